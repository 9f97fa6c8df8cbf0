/** Staff words about supply beside demand; the sentences that everyone reads are in `explore.ts`. */
import { plural } from './plural.ts';

const amount = (value: number): string => value.toLocaleString('en-US');

export const STAFF_SUPPLY_WORDS = {
  heading: 'Supply beside demand',
  link: 'Supply beside demand',
  lead: 'Completions and places of the programs that lead to each occupation by the crosswalk, beside its openings. A comparison, not a balance: areas and periods are said with each figure.',
  none: 'No program leads to an occupation of this dataset',
  noneHelp: 'Add completions (IPEDS), institutions, and the NCES crosswalk of programs to occupations to it.',
  sum: (people: number, again: number) =>
    again === 0
      ? `${amount(people)} completions, each counted for one occupation.`
      : `${amount(people)} completions in all. The column adds up to ${amount(people + again)}, because ${amount(again)} of it are people counted again for another occupation.`,
  occupation: 'Occupation',
  openings: 'Openings',
  programs: 'Programs',
  completions: 'Completions a year',
  shared: 'Of them counted elsewhere too',
  capacity: 'Places a year',
  joined: (codes: readonly string[]) => `joined by ${codes.join(', ')}`,
  unknown: 'not said',
  notPublished: 'not published',
  behind: (title: string) => `Programs that lead to ${title}`,
  noPrograms: 'No program of the dataset leads to it.',
  program: 'Program',
  field: 'CIP 2020',
  provider: 'Provider',
  credential: 'Credential',
  alsoFor: 'Leads also to',
  onlyHere: 'nothing else',
  origin: 'Source, line',
  outside: (count: number) =>
    plural(count, 'occupation outside the dataset', 'occupations outside the dataset'),
} as const;
