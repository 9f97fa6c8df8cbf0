/** A saved mapping as a source profile: it recognises its like by the columns it reads, and asks what the file does not say. */
import { unitNames } from '../../lmi/figures.ts';
import { codeSystems } from '../../lmi/code-systems.ts';
import { measures } from '../../lmi/measures.ts';
import type { ImportColumn } from '../preview.ts';
import type { FileContext, HeaderReading, SourceProfile } from '../source-profile.ts';
import { carryPeriods, yearsOfFile } from './carry-periods.ts';
import type { CarriedPeriods } from './carry-periods.ts';
import { headerColumns } from './header-names.ts';
import type { HeaderColumn } from './header-names.ts';
import { mappedReader } from './mapped-reader.ts';
import { usedColumns } from './mapping.ts';
import type { ImportProfile, Mapping } from './mapping.ts';

/** So many of the columns of the mapped file must be there, that it is its like and not one that shares a few names. */
const leastShared = 0.5;
/** So many of the columns that are read, that the missing ones are worth naming. */
const leastLikeness = 0.6;

export function mappedProfile(saved: ImportProfile): SourceProfile {
  return {
    id: `mapped-${saved.id}`,
    name: saved.name,
    readHeader: (_cells, context) => readHeader(saved, context),
  };
}

function readHeader(saved: ImportProfile, context: FileContext): HeaderReading {
  const { mapping } = saved;
  const { at, records } = context;
  if (at + 1 < mapping.headerLines || !isItsSheet(mapping, context)) return { kind: 'other' };
  const columns = headerColumns(records.slice(at + 1 - mapping.headerLines, at + 1));
  const there = new Set(columns.map(({ key }) => key));
  const used = usedColumns(mapping);
  const missing = used.filter((key) => !there.has(key));
  const likeness = 1 - missing.length / used.length;
  if (missing.length > 0)
    return likeness < leastLikeness
      ? { kind: 'other' }
      : { kind: 'flawed', likeness, problem: missingColumns(saved.name, missing) };
  const shared = mapping.columns.filter((key) => there.has(key)).length;
  if (shared / new Set([...mapping.columns, ...there]).size < leastShared) return { kind: 'other' };
  const above = records.slice(0, at + 1).flatMap(({ cells }) => cells);
  const years = yearsOfFile(above.join(' '), context.fileName);
  const periods = carryPeriods(saved, { sha256: context.sha256, years, answers: context.answers });
  const read = new Set(used);
  return {
    kind: 'recognised',
    columns: described(mapping, columns, periods),
    ignoredColumns: columns.filter(({ key }) => !read.has(key)).map(({ name }) => name),
    questions: periods.questions,
    reader: mappedReader({ mapping, columns, periods, context }),
    width: columns.length,
    namesColumns: true,
  };
}

/** By its name, years left open; where no sheet is called so, or there is only one, by what it holds alone. */
function isItsSheet({ sheet }: Mapping, { sheet: name, sheets }: FileContext): boolean {
  if (sheet === null || name === null) return true;
  const open = (text: string): string => text.toLowerCase().replace(/\d+/g, '#');
  return open(name) === open(sheet) || !sheets.some((other) => open(other) === open(sheet));
}

function missingColumns(name: string, missing: readonly string[]): string {
  return `This looks like a file of “${name}”, but columns are missing: ${missing.join(', ')}. Say again what its columns mean.`;
}

function described(
  mapping: Mapping,
  columns: readonly HeaderColumn[],
  periods: CarriedPeriods,
): ImportColumn[] {
  const { name: system, vintage } = codeSystems[mapping.system];
  const roles: readonly (readonly [string | null, string])[] = [
    [
      mapping.code,
      `occupation code, ${system} ${vintage}${mapping.codeForm === 'digits' ? ', its signs put in' : ''}`,
    ],
    [mapping.title, 'title'],
    [mapping.area, 'area'],
    [mapping.period, 'period'],
    [mapping.figures.find(({ when }) => when)?.when?.column ?? null, 'what the figure is'],
    ...mapping.only.map(
      ({ column, values }) => [column, `only rows that say ${values.join(' or ')}`] as const,
    ),
  ];
  const nameOf = (key: string): string => columns.find((column) => column.key === key)?.name ?? key;
  return [
    ...roles.flatMap(([key, understood]) =>
      key === null ? [] : [{ header: nameOf(key), measure: null, understood, unit: null, period: null }],
    ),
    ...mapping.figures.map(({ column, measure, scale, period, when }) => {
      const { label, unit } = measures[measure];
      return {
        header: when ? `${nameOf(column)}, ${periods.now(when.value)}` : nameOf(column),
        measure,
        understood: `${label}: ${scales[scale](unitNames[unit])}`,
        unit,
        period: mapping.period === null ? periods.of(period) : null,
      };
    }),
  ];
}

const scales = {
  one: (unit: string): string => unit,
  thousands: (unit: string): string => `in thousands, kept as ${unit}`,
  share: (unit: string): string => `as a share of 1, kept as ${unit}`,
};
