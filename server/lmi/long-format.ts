/**
 * The long CSV: one row for one figure. Export writes it and import reads it by this one definition (A6).
 * Text columns are inert (A7); numbers are written as the shortest text that reads back as the same number.
 */
import type { Observation, Occupation, Source } from './dataset.ts';
import { guardText } from './inert-text.ts';

export interface LongColumn {
  name: string;
  /** Import refuses a file without it; the others may be missing. */
  isRequired: boolean;
  /** A text column is guarded; a number column never is. */
  isText: boolean;
  /** For the page that offers the template. */
  meaning: string;
}

export const longCsvColumns = [
  {
    name: 'occupation_code',
    isRequired: true,
    isText: true,
    meaning: 'SOC 2018 code, kept as text: 29-1141',
  },
  { name: 'title', isRequired: true, isText: true, meaning: 'Title of the occupation' },
  { name: 'area', isRequired: false, isText: true, meaning: 'Where the figure holds: US, Colorado' },
  { name: 'measure', isRequired: true, isText: true, meaning: 'Name of the measure: openings_annual' },
  { name: 'period', isRequired: true, isText: true, meaning: 'Reference period: 2024, 2024-34, 2024-05' },
  { name: 'unit', isRequired: true, isText: true, meaning: 'Unit of the value: persons_per_year' },
  {
    name: 'value',
    isRequired: true,
    isText: false,
    meaning: 'The number, with a decimal point and no thousands sign',
  },
  { name: 'text', isRequired: false, isText: true, meaning: 'The words of a figure that is no number' },
  { name: 'flag', isRequired: false, isText: true, meaning: 'Why the value is missing or only bounded' },
  {
    name: 'lower_bound',
    isRequired: false,
    isText: false,
    meaning: 'The published lower bound of a top-coded figure',
  },
  { name: 'raw', isRequired: false, isText: true, meaning: 'The cell as the publisher printed it' },
  {
    name: 'source',
    isRequired: false,
    isText: true,
    meaning: 'Short name of the source, the same in all of its rows',
  },
  { name: 'source_title', isRequired: false, isText: true, meaning: 'Title of the source' },
  { name: 'source_publisher', isRequired: false, isText: true, meaning: 'Who published it' },
  { name: 'source_release', isRequired: false, isText: true, meaning: "The publisher's name of the release" },
  { name: 'source_row', isRequired: false, isText: false, meaning: 'Line or row in the source file' },
  {
    name: 'source_column',
    isRequired: false,
    isText: true,
    meaning: 'Header of the column in the source file',
  },
] as const satisfies readonly LongColumn[];

export type LongColumnName = (typeof longCsvColumns)[number]['name'];

export const longCsvHeader: readonly LongColumnName[] = longCsvColumns.map((column) => column.name);

/** The cells of one figure in the order of `longCsvColumns`; the caller only quotes them. */
export function longCsvRow(
  figure: Observation,
  occupation: Pick<Occupation, 'title'>,
  source: Source,
): string[] {
  const cells: Record<LongColumnName, string> = {
    occupation_code: figure.occupation,
    title: occupation.title,
    area: figure.area,
    measure: figure.measure,
    period: figure.period,
    unit: figure.unit,
    value: numberCell(figure.value),
    text: figure.text ?? '',
    flag: figure.flag ?? '',
    lower_bound: numberCell(figure.lowerBound),
    raw: figure.raw,
    source: figure.source,
    source_title: source.title,
    source_publisher: source.publisher,
    source_release: source.release,
    source_row: numberCell(figure.row),
    source_column: figure.column ?? '',
  };
  return longCsvColumns.map((column) => (column.isText ? guardText(cells[column.name]) : cells[column.name]));
}

function numberCell(value: number | null): string {
  return value === null ? '' : String(value);
}
