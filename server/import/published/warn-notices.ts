/**
 * WARN notices into the log of hiring events. A notice is a public fact only with the day it is dated and a public place where
 * anyone can read it (C4): a row without a day is rejected, and the place is asked where no column names it. Amended and repeated
 * notices are one event.
 */
import { stateName } from '../../lmi/state-name.ts';
import type { HiringEvent } from '../../lmi/hiring-event.ts';
import type { ImportQuestion } from '../preview.ts';
import type { AroundRow, FileContext, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { dayOf } from './day-of.ts';
import { describeColumns, headerKey } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

const names = {
  employer: /^(employer|company|employer[ _]name|company[ _]name|business[ _]name|organization[ _]name)$/,
  noticed: /^(notice[ _]date|warn[ _](notice[ _])?date|date[ _]of[ _]notice|(date[ _])?received([ _]date)?)$/,
  effective:
    /^(effective[ _]date|layoff[ _]date|date[ _]effective|(layoff|closing)[ _]start[ _]date|lo\/cl date)$/,
  people:
    /^((number[ _]of[ _])?(employees|workers)([ _]affected)?|no\.? of employees|affected[ _](employees|workers)|layoff[ _]number|headcount)$/,
  kind: /^(layoff[ _]type|type|layoff\/closure|closure[ _]?\/?[ _]?layoff|notice[ _]type|type of event)$/,
  state: /^state$/,
  industry: /^naics([ _]code)?$/,
  url: /^(source[ _]url|url|link)$/,
  id: /^(source[ _]notice[ _]id|notice[ _](id|number)|warn[ _](id|number|#)|dedupe[ _]key)$/,
  amends: /^(is[ _]amendment|amendment|amended)$/,
};
/** The first of these that the table has. */
const placeNames = [
  'location',
  'city',
  'city/town',
  'place_name',
  'place name',
  'county',
  'local area',
  'local_area',
];
type Name = keyof typeof names | 'place';

export const warnNotices: SourceProfile = {
  id: 'warn-notices',
  name: 'WARN notices (hiring events)',
  readHeader(cells, context) {
    const keys = cells.map(headerKey);
    const places = Object.fromEntries(
      Object.entries(names).map(([name, pattern]) => [name, keys.findIndex((key) => pattern.test(key))]),
    ) as Record<Name, number>;
    places.place = placeNames.map((name) => keys.indexOf(name)).find((place) => place !== -1) ?? -1;
    if (places.employer === -1 || places.noticed === -1 || (places.people === -1 && places.effective === -1))
      return { kind: 'other' };
    const told = context.answers['url']?.trim() ?? '';
    const isTold = /^https?:\/\/\S+$/.test(told);
    const described = describeColumns(cells, [
      [places.employer, 'employer, as the notice names it'],
      [places.noticed, 'day of the notice'],
      ...(
        [
          [places.effective, 'day it takes effect'],
          [places.people, 'people concerned'],
          [places.kind, 'layoff or closure'],
          [places.place, 'place'],
          [places.industry, 'NAICS code, kept as text'],
          [places.url, 'where anyone can read it'],
          [places.amends, 'whether it amends an earlier notice'],
        ] as const
      ).filter(([place]) => place !== -1),
    ]);
    const questions = places.url === -1 && !isTold ? [askUrl] : [];
    return { kind: 'recognised', ...described, questions, reader: noticeReader(places, told, context) };
  },
};

const askUrl: ImportQuestion = {
  id: 'url',
  ask: 'Where are these notices published?',
  hint: 'A hiring event needs a public source (C4). Give the address of the page: https://...',
  choices: [],
};

function noticeReader(places: Record<Name, number>, told: string, context: FileContext): RowReader {
  const source = publishedSource({
    id: `warn-${context.sha256.slice(0, 12)}`,
    title: 'WARN notices of mass layoffs and plant closings',
    publisher: 'State workforce agency',
    release: 'not stated',
    file: context.fileName,
    licence: 'not stated',
    url: told || null,
  });
  const ids = new Map<string, number>();
  return {
    sources: () => [source],
    read(cells, line): AroundRow | RejectedRow {
      const at = (name: Name): string =>
        places[name] === -1 ? '' : (cells[places[name]] ?? '').replace(/\s+/g, ' ').trim();
      const refuse = (column: string, reason: string, text: string): RejectedRow => ({
        kind: 'rejected',
        column,
        reason,
        text,
      });
      const announcedAt = dayOf(at('noticed'));
      const url = at('url') || told;
      const people = peopleOf(at('people'));
      if (at('employer') === '') return refuse('employer', 'the notice names no employer', at('id'));
      if (announcedAt === null)
        return refuse(
          'notice date',
          'the notice has no day: without a date it is no public fact (C4)',
          `${at('employer')} ${at('noticed')}`,
        );
      if (!/^https?:\/\/\S+$/.test(url))
        return refuse('source', 'the notice has no public source (C4)', at('employer'));
      if (people === undefined)
        return refuse('people', 'the number of people is not a whole number', at('people'));
      const given = at('id') || `${announcedAt}-${line}`;
      const repeats = ids.get(given) ?? 0;
      ids.set(given, repeats + 1);
      const event: Omit<HiringEvent, 'row'> = {
        id: repeats === 0 ? `warn-${given}` : `warn-${given}-${repeats + 1}`,
        employer: at('employer'),
        kind: kindOf(at('kind')),
        announcedAt,
        effectiveAt: dayOf(at('effective')),
        people,
        area: stateName(at('state') || context.area),
        place: at('place') || null,
        industry: at('industry') || null,
        occupations: [],
        replaces: 0,
        url,
        source: source.id,
      };
      const number = people === null ? 'people not stated' : `${people} people`;
      return {
        kind: 'around',
        parts: { event, amends: /^(1|y|yes|true|amend(ed|ment))$/i.test(at('amends')) },
        code: announcedAt,
        title: event.employer,
        becomes: [`${event.kind === 'not_stated' ? 'hiring event' : event.kind}: ${number}`],
      };
    },
  };
}

/** undefined: the cell holds something that is no number of people. */
function peopleOf(cell: string): number | null | undefined {
  if (cell === '' || /^(n\/?a|unknown|tbd|not (stated|available|reported))$/i.test(cell)) return null;
  const digits = cell.replaceAll(',', '');
  return /^\d{1,7}(\.0)?$/.test(digits) ? Number(digits) : undefined;
}

function kindOf(cell: string): HiringEvent['kind'] {
  if (/clos/i.test(cell)) return 'closure';
  return /lay-?off|reduction/i.test(cell) ? 'layoff' : 'not_stated';
}
