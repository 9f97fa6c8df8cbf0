/** What a saved mapping says of a later file: its periods moved by the years that the file names, or asked where it names none. */
import type { ImportQuestion } from '../preview.ts';
import { inYears, yearsIn } from './header-names.ts';
import type { ImportProfile } from './mapping.ts';

export interface CarriedPeriods {
  /** Null while it must be asked. */
  of(period: string): string | null;
  release: string | null;
  /** What a cell says now that said this when the mapping was made: years in it have moved as the file's have. */
  now(text: string): string;
  questions: ImportQuestion[];
}

/** Words above the rows and of the header; the file's name only where they hold no year. */
export function yearsOfFile(above: string, fileName: string): string[] {
  const years = yearsIn(above);
  return years.length > 0 ? years : yearsIn(fileName);
}

export function carryPeriods(
  { mapping, sha256 }: Pick<ImportProfile, 'mapping' | 'sha256'>,
  file: { sha256: string; years: readonly string[]; answers: Readonly<Record<string, string>> },
): CarriedPeriods {
  const isSame = file.sha256 === sha256 || (file.years.length > 0 && same(file.years, mapping.years));
  const isMoved = file.years.length === mapping.years.length;
  const moved = new Map(isMoved ? mapping.years.map((year, at) => [year, file.years[at] ?? year]) : []);
  const of = (id: string, said: string): string | null => {
    const answer = (file.answers[id] ?? '').trim();
    if (answer !== '' && answer.length <= 60 && !answer.includes('|')) return answer;
    return isSame ? said : inYears(said, yearsIn(said).length > 0 ? moved : new Map());
  };
  const periods = [...new Set(mapping.figures.map(({ period }) => period))].filter(Boolean);
  const release = of('release', mapping.source.release);
  const unknown = periods.filter((period) => of(idOf(period), period) === null);
  return {
    of: (period) => (period === '' ? '' : of(idOf(period), period)),
    release,
    now: (text) => (isSame || yearsIn(text).length === 0 ? text : (inYears(text, moved) ?? text)),
    questions: [...(release === null ? [askRelease(mapping.source.release)] : []), ...unknown.map(askPeriod)],
  };
}

const idOf = (period: string): string => `period ${period}`;

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((year, at) => year === others[at]);
}

function askRelease(last: string): ImportQuestion {
  return {
    id: 'release',
    ask: 'Which release is this file?',
    hint: `The publisher’s name of it. When the mapping was made it was ${last}, and this file does not say.`,
    choices: [],
  };
}

function askPeriod(last: string): ImportQuestion {
  return {
    id: idOf(last),
    ask: `Which period are the figures of, that were of ${last} then?`,
    hint: `The file names no year by which it could be told. Write it in the same way as ${last}.`,
    choices: [],
  };
}
