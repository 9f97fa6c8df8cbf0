/**
 * A list of codes of occupations in demand, as states publish it: a code and a title, sometimes a word for how much. Such lists
 * rarely say their date or the vintage of their codes: the date is asked, and a SOC 2010 code is mapped or reported.
 */
import { measures } from '../../lmi/measures.ts';
import { stateName } from '../../lmi/state-name.ts';
import type { ImportQuestion } from '../preview.ts';
import type { FileContext, ReadRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, headerKey } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

const codeNames = /^(soc|soc[ _-]?(2018|2010)?[ _-]?code|occ(upation)?[ _-]?code|code)$/;
const titleNames = /^(occupation|soc)?[ _-]?title$|^occupation([ _-]?name)?$/;
const wordNames = /^(in[ _-]?demand|demand|status|designation|demand (status|designation|level)|decision)$/;
/** More columns than these make another table. */
const mostColumns = 4;

export const inDemand: SourceProfile = {
  id: 'in-demand',
  name: 'List of occupations in demand',
  readHeader(cells, context) {
    const keys = cells.map(headerKey);
    const places = {
      code: keys.findIndex((key) => codeNames.test(key)),
      title: keys.findIndex((key) => titleNames.test(key)),
      word: keys.findIndex((key) => wordNames.test(key)),
    };
    if (places.code === -1 || places.title === -1 || cells.length > mostColumns) return { kind: 'other' };
    const isOther = places.word === -1 && cells.length > 2;
    if (isOther) return { kind: 'other' };
    const said = `${context.fileName} ${context.sheet ?? ''} ${context.records
      .slice(0, context.at)
      .map(({ cells }) => cells.join(' '))
      .join(' ')}`;
    const meaning = places.word !== -1 || /in[ _-]?demand|high[ _-]?demand|target occupations?/i.test(said);
    const period = periodOf(context, said);
    const isConfirmed = meaning || context.answers['in_demand'] === 'yes';
    const questions = [...(isConfirmed ? [] : [askMeaning]), ...(period === null ? [askPeriod] : [])];
    const described = describeColumns(cells, [
      [places.code, 'SOC code; one of SOC 2010 is mapped where it has one successor'],
      [places.title, 'title, compared with the code list'],
      ...(places.word === -1
        ? []
        : ([[places.word, 'how much it is in demand, in the list’s words']] as const)),
    ]);
    return {
      kind: 'recognised',
      ...described,
      questions,
      reader: demandReader(places, period ?? '', context),
    };
  },
};

const askMeaning: ImportQuestion = {
  id: 'in_demand',
  ask: 'Are the occupations on this list in demand?',
  hint: 'The file holds codes and titles and does not say what standing on the list means.',
  choices: [{ value: 'yes', label: 'Yes, that is what the list says' }],
};

const askPeriod: ImportQuestion = {
  id: 'period',
  ask: 'As of when is this list?',
  hint: 'The file does not say it. Write a year or a month, as 2020 or 2020-08.',
  choices: [],
};

function periodOf({ answers }: FileContext, said: string): string | null {
  const told = /^\s*((?:19|20)\d\d(?:-\d\d){0,2})\s*$/.exec(answers['period'] ?? '')?.[1];
  return (
    told ??
    /\b(20[0-4]\d(?:-(?:0[1-9]|1[0-2]))?)\b/.exec(
      said.replace(/SOC[ _-]?20(10|18)/gi, '').replaceAll('_', ' '),
    )?.[1] ??
    null
  );
}

function demandReader(
  places: { code: number; title: number; word: number },
  period: string,
  context: FileContext,
): RowReader {
  const area = stateName(context.area);
  const source = publishedSource({
    id: `in-demand-${area.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${period}`.slice(0, 60),
    title: `Occupations in demand, ${area}, ${period}`,
    publisher: 'not stated',
    release: period,
    file: context.fileName,
    licence: 'not stated',
  });
  return {
    sources: () => [source],
    read(cells): ReadRow {
      const at = (place: number): string =>
        place === -1 ? '' : (cells[place] ?? '').replace(/\s+/g, ' ').trim();
      const raw = at(places.code);
      return {
        kind: 'occupation',
        code: raw,
        title: at(places.title),
        mapsVintage: true,
        aliases: null,
        figures: [
          {
            area,
            measure: 'in_demand',
            period,
            unit: measures.in_demand.unit,
            value: null,
            text: at(places.word) || 'in demand',
            flag: null,
            lowerBound: null,
            raw: at(places.word) || raw,
            source: source.id,
            column: null,
          },
        ],
        rejected: [],
      };
    },
  };
}
