/** What the columns of an unknown table probably are, by their names and cells. Only what is likely is said; staff see and change it. */
import { codeSystems } from '../../lmi/code-systems.ts';
import type { CodeSystem, Measure } from '../../lmi/dataset.ts';
import { measures } from '../../lmi/measures.ts';
import { yearsIn } from './header-names.ts';
import { mostlyNumbers } from './look-at-table.ts';
import type { LookedColumn, TableLook } from './look-at-table.ts';
import type { Scale } from './mapping.ts';

/** `measure` says what the figure of a row is, and `value` is that figure: a table of one figure a row. */
export type Role = 'code' | 'title' | 'area' | 'period' | 'measure' | 'value';

export interface ColumnGuess {
  use: Role | Measure | '';
  scale: Scale;
  period: string;
}

const names: readonly (readonly [RegExp, Measure])[] = [
  [/openings.*(annual|average|per year|a year)|(annual|average|yearly).*openings/, 'openings_annual'],
  [/total.*openings|openings.*total/, 'openings_total'],
  [
    /(percent|%|rate).*(change|growth)|(change|growth).*(percent|%|rate)|percent-age change/,
    'employment_change_percent',
  ],
  [/(numeric|employment|net).*(change|growth)|(change|growth).*numeric/, 'employment_change'],
  [/(projected|estimated future).*employment|employment.*project(ed|ion)/, 'employment_projected'],
  [/(median|50th).*hour|hour.*(median|50th)/, 'wage_median_hourly'],
  [/(mean|average).*hour.*|hour.*(mean|average)/, 'wage_mean_hourly'],
  [/(median|50th).*(wage|earning|salary|pay)|(wage|earning|salary).*(median|50th)/, 'wage_median_annual'],
  [/(mean|average).*(wage|earning|salary)|(wage|earning|salary).*(mean|average)/, 'wage_mean_annual'],
  [/location quotient/, 'location_quotient'],
  [/education/, 'education_typical'],
  [/work experience|experience/, 'experience_typical'],
  [/on-the-job|job training|^training/, 'training_typical'],
  [/job zone/, 'job_zone'],
  [/completions|completers|graduates|awards/, 'completions'],
  [/capacity|seats|places/, 'capacity'],
  [/in[- ]demand/, 'in_demand'],
  [/women|female/, 'share_women'],
  [/employment|\bjobs\b|employed/, 'employment'],
];

/** What a value of the column that names the figure probably means. Its scale and period are told as a column's are. */
export function guessCase(value: string, above: string): ColumnGuess {
  const use = names.find(([pattern]) => pattern.test(value.toLowerCase()))?.[1] ?? '';
  if (use === '') return { use, scale: 'one', period: '' };
  const scale = scaleOf(use, { samples: [] }, isInThousands(`${above} ${value}`));
  return { use, scale, period: periodOf(use, { name: value }, spanOf(above)) };
}

export function guessColumns({ columns, above }: Pick<TableLook, 'columns' | 'above'>): ColumnGuess[] {
  const taken = new Set<string>();
  const span = spanOf(above);
  return columns.map((column) => {
    const use = free(roleOf(column) ?? measureOf(column, taken), taken);
    if (use === '' || isRole(use)) return { use, scale: 'one', period: '' };
    return { use, scale: scaleOf(use, column, isInThousands(above)), period: periodOf(use, column, span) };
  });
}

/** The code system that most cells look like; SOC 2018 where none does. */
export function guessSystem(samples: readonly string[]): CodeSystem {
  const systems = Object.keys(codeSystems) as CodeSystem[];
  return systems.find((system) => samples.some((text) => codeSystems[system].shape.test(text))) ?? 'SOC2018';
}

/** Each is one column's; a second of the kind is for staff to tell apart. */
function free(use: Role | Measure | '', taken: Set<string>): Role | Measure | '' {
  if (taken.has(use)) return '';
  if (use !== '') taken.add(use);
  return use;
}

const isRole = (use: string): use is Role => /^(code|title|area|period|measure|value)$/.test(use);

const measureColumn =
  /^(measure|variable|indicator|statistic|metric|series|data ?type|estimate ?type)( name| title)?$/;
const valueColumn = /^(value|amount|figure|estimate|obs_value|data ?value)$/;

function roleOf({ name, samples, values, numbers, filled }: LookedColumn): Role | null {
  const words = name.toLowerCase();
  const looksLikeCode = samples.some((text) =>
    Object.values(codeSystems).some(({ shape }) => shape.test(text)),
  );
  if (/\b(soc|noc|o\*net|occ(upation(al)?)?)\b.*\bcode\b|^(soc|noc|code)( ?20\d\d)?$/.test(words))
    return 'code';
  if (looksLikeCode && !/crosswalk|related/.test(words) && numbers < filled * mostlyNumbers) return 'code';
  if (/title|^occupation( name)?s?$/.test(words)) return 'title';
  if (/^(area|region|county|state|geography|msa|workforce area)( name| title)?$/.test(words)) return 'area';
  if (/^(year|period|reference (year|period))$/.test(words)) return 'period';
  if (values !== null && measureColumn.test(words)) return 'measure';
  return numbers >= filled * mostlyNumbers && valueColumn.test(words) ? 'value' : null;
}

function measureOf(column: LookedColumn, taken: ReadonlySet<string>): Measure | '' {
  const words = column.name.toLowerCase();
  const found = names.find(([pattern]) => pattern.test(words))?.[1] ?? '';
  if (found === '') return '';
  const isWords = measures[found].unit === 'category';
  if (!isWords && column.numbers < column.filled * mostlyNumbers) return '';
  return found === 'employment' && taken.has('employment') ? 'employment_projected' : found;
}

const isInThousands = (text: string): boolean => /\bin thousands\b|\(thousands\)/i.test(text);

function scaleOf(use: Measure, { samples }: Pick<LookedColumn, 'samples'>, isThousands: boolean): Scale {
  const { unit } = measures[use];
  if (unit === 'percent')
    return samples.length > 0 && samples.every((text) => Math.abs(Number(text)) < 1) ? 'share' : 'one';
  return isThousands && /^persons/.test(unit) ? 'thousands' : 'one';
}

/** "2022-32" of a title "2022-2032 projections". */
function spanOf(above: string): string {
  const found = /((?:19|20)\d\d)\s*[-\u2010-\u2015]\s*((?:(?:19|20)\d\d)|\d\d)(?!\d)/.exec(above);
  if (!found) return '';
  const [, from = '', to = ''] = found;
  return `${from}-${to.slice(-2)}`;
}

function periodOf(use: Measure, { name }: Pick<LookedColumn, 'name'>, span: string): string {
  const own = spanOf(name);
  const [first = '', second] = yearsIn(name);
  if (own !== '') return own;
  if (first !== '') return second === undefined ? first : `${first}-${second.slice(-2)}`;
  if (/^(openings|employment_change)/.test(use)) return span;
  const [from = '', to = ''] = yearsIn(span);
  if (use === 'employment') return from;
  return use === 'employment_projected' ? to : '';
}
