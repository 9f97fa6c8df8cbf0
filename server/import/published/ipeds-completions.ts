/**
 * IPEDS completions: awards by institution, CIP code and award level, of one academic year. The file C2024 is of July 2023 to June
 * 2024. Second majors (MAJORNUM 2) are people counted already, and CIP 99 is a total: both are left out.
 */
import { readCip } from '../../lmi/cip.ts';
import type { ImportQuestion } from '../preview.ts';
import type {
  AroundRow,
  FileContext,
  LeftOutRow,
  RejectedRow,
  RowReader,
  SourceProfile,
} from '../source-profile.ts';
import { describeColumns, headerKey, placesOf } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

/** IPEDS award levels in words. */
const awards: Readonly<Record<string, string>> = {
  '1': 'Certificate, under 1 year',
  '2': 'Certificate, 1 to 2 years',
  '3': 'Associate degree',
  '4': 'Certificate, 2 to 4 years',
  '5': "Bachelor's degree",
  '6': 'Postbaccalaureate certificate',
  '7': "Master's degree",
  '8': "Post-master's certificate",
  '17': "Doctor's degree, research",
  '18': "Doctor's degree, professional practice",
  '19': "Doctor's degree, other",
  '20': 'Certificate, under 12 weeks',
  '21': 'Certificate, 12 weeks to 1 year',
};

export const ipedsCompletions: SourceProfile = {
  id: 'ipeds-completions',
  name: 'IPEDS completions',
  readHeader(cells, context) {
    const places = placesOf(cells, ['unitid', 'cipcode', 'majornum', 'awlevel', 'ctotalt']);
    if (places === null) return { kind: 'other' };
    const year = academicYear(context);
    const source = publishedSource({
      id: `ipeds-completions-${year ?? ''}`,
      title: `Completions ${year ?? ''} (first majors; one completer may count for several occupations)`,
      publisher: 'National Center for Education Statistics (IPEDS)',
      release: year ?? '',
      file: context.fileName,
      url: 'https://nces.ed.gov/ipeds/',
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): AroundRow | LeftOutRow | RejectedRow {
        const at = (name: keyof typeof places): string => (cells[places[name]] ?? '').trim();
        const refuse = (column: string, reason: string, text: string): RejectedRow => ({
          kind: 'rejected',
          column,
          reason,
          text,
        });
        if (/^99(\.0*)?$/.test(at('cipcode')))
          return { kind: 'left_out', reason: 'a total over all programs (CIP 99)' };
        if (at('majornum') === '2')
          return { kind: 'left_out', reason: 'second majors, counted already by their first' };
        const cip = readCip(at('cipcode'));
        if (!cip.ok) return refuse('CIPCODE', cip.reason, at('cipcode'));
        const level = at('awlevel').replace(/^0+(?=\d)/, '');
        const credential = Object.hasOwn(awards, level) ? awards[level] : undefined;
        if (credential === undefined)
          return refuse('AWLEVEL', 'this award level is not known', at('awlevel'));
        if (!/^\d{6}$/.test(at('unitid')))
          return refuse('UNITID', 'an institution has a number of six digits', at('unitid'));
        if (!/^\d{1,7}$/.test(at('ctotalt')))
          return refuse('CTOTALT', 'completions are a whole number', at('ctotalt'));
        const [providerId, completions] = [at('unitid'), Number(at('ctotalt'))];
        return {
          kind: 'around',
          parts: {
            program: {
              id: `ipeds-${providerId}-${cip.cip}-${level}`,
              system: 'CIP2020',
              cip: cip.cip,
              title: cip.cip,
              provider: `Institution ${providerId}`,
              providerId,
              city: null,
              credential,
              occupations: [],
              completions,
              completionsPeriod: year,
              capacity: null,
              source: source.id,
            },
          },
          code: cip.cip,
          title: `Institution ${providerId}`,
          becomes: [`${credential}: ${completions} completions in ${year ?? ''}`],
        };
      },
    };
    const described = describeColumns(cells, [
      [places.unitid, 'number of the institution'],
      [places.cipcode, 'CIP 2020 code, kept as text'],
      [places.majornum, 'first or second major: first ones are counted'],
      [places.awlevel, 'award level'],
      [places.ctotalt, 'completions in the academic year'],
    ]);
    return { kind: 'recognised', ...described, reader, questions: year === null ? [askYear] : [] };
  },
};

const askYear: ImportQuestion = {
  id: 'academic_year',
  ask: 'Of which academic year are these completions?',
  hint: 'Neither the file name nor a column says it. Write it as 2023-24: July 2023 to June 2024.',
  choices: [],
};

function academicYear({ fileName, answers, records, at }: FileContext): string | null {
  const told = /^\s*(20\d\d-\d\d)\s*$/.exec(answers['academic_year'] ?? '')?.[1];
  const column = records[at]?.cells.findIndex((cell) => headerKey(cell) === 'year') ?? -1;
  const inColumn = column === -1 ? undefined : records[at + 1]?.cells[column]?.trim();
  const named = /(?:^|[^a-z])c(20\d\d)_?a(?![a-z])/i.exec(fileName)?.[1];
  const last = named ?? /^20\d\d$/.exec(inColumn ?? '')?.[0];
  return told ?? (last === undefined ? null : `${Number(last) - 1}-${last.slice(2)}`);
}
