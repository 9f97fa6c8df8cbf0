/** The header of a figure column in the wide CSV: `openings_annual [persons_per_year] 2024-34 @ US`; period and area may have columns of their own. */
import type { Measure, Unit } from '../lmi/dataset.ts';
import { headerText } from './source-profile.ts';
import { declaredUnit, isMeasure } from './plumbline-cell.ts';

export interface WideFigureHeader {
  measure: Measure;
  unit: Unit;
  /** As declared: `thousand_persons` moves the decimal point. */
  declaredUnit: string;
  shift: number;
  /** null: in the row's `period` column. */
  period: string | null;
  /** null: in the row's `area` column, or the area given with the import. */
  area: string | null;
}

/** null: no figure column; a reason: a figure column that cannot be understood. */
export function readWideHeader(cell: string): WideFigureHeader | { reason: string } | null {
  const parts = /^([a-z_]+)\s*(?:\[([^\]]*)\])?\s*([^@]*?)\s*(?:@\s*(.+))?$/.exec(headerText(cell));
  const measure = parts?.[1] ?? '';
  if (parts === null || !isMeasure(measure)) return null;
  const [, , unit, period, area] = parts;
  if (unit === undefined)
    return {
      reason: `the column "${headerText(cell)}" does not say its unit: write ${measure} [unit] period`,
    };
  const declared = declaredUnit(measure, unit);
  if ('reason' in declared) return { reason: declared.reason };
  return {
    measure,
    unit: declared.unit,
    declaredUnit: unit.trim(),
    shift: declared.shift,
    period: period === undefined || period === '' ? null : period,
    area: area ?? null,
  };
}

export function wideHeader(
  measure: Measure,
  declared: string,
  period: string | null,
  area: string | null,
): string {
  return [`${measure} [${declared}]`, period, area === null ? null : `@ ${area}`]
    .filter((part) => part !== null)
    .join(' ');
}
