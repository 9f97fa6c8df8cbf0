/** The port of a source profile: it recognises its file by the header's content and turns rows into figures. */
import type { Measure, Observation, Source } from '../lmi/dataset.ts';
import type { ImportColumn, ProfileId } from './preview.ts';

/** One figure as a profile reads it; the import adds occupation, id and line. */
export type ReadFigure = Pick<
  Observation,
  | 'area'
  | 'measure'
  | 'period'
  | 'unit'
  | 'value'
  | 'text'
  | 'flag'
  | 'lowerBound'
  | 'raw'
  | 'source'
  | 'column'
> & {
  /** Row in the file the figure first came from; undefined: the line read here. */
  row?: number | null;
};

export interface ReadRow {
  /** The cell that should hold the code, as it stands. */
  code: string;
  title: string;
  /** null or none: the code list's aliases. */
  aliases: string[] | null;
  figures: ReadFigure[];
  rejected: { column: string; reason: string; text: string }[];
}

export interface RowReader {
  /** A row as wide as the header. */
  read(cells: readonly string[]): ReadRow;
  /** The sources of the figures read so far. */
  sources(): Source[];
}

export interface FileContext {
  fileName: string;
  /** Short name for a source that the file does not name. */
  sourceId: string;
  area: string;
}

export interface RecognisedHeader {
  kind: 'recognised';
  columns: ImportColumn[];
  ignoredColumns: string[];
  reader: RowReader;
}

export type HeaderReading =
  | RecognisedHeader
  /** It is this profile's file, and something is wrong with it. `likeness` (0 to 1) picks the best diagnosis. */
  | { kind: 'flawed'; problem: string; likeness: number }
  | { kind: 'other' };

export interface SourceProfile {
  id: ProfileId;
  name: string;
  readHeader(cells: readonly string[], context: FileContext): HeaderReading;
}

/** A header cell as it is compared: no line breaks, footnote marks, hard spaces or typographic dashes. */
export function headerText(cell: string): string {
  return cell
    .replace(/[\u00A0\s]+/g, ' ')
    .replace(/\[\d+\]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/ +/g, ' ')
    .trim();
}

export type ReadCell = Pick<ReadFigure, 'value' | 'text' | 'flag' | 'lowerBound'>;
export type CellReading = { ok: true; cell: ReadCell } | { ok: false; reason: string };

export function cellOf(parts: Partial<ReadCell>): CellReading {
  return { ok: true, cell: { value: null, text: null, flag: null, lowerBound: null, ...parts } };
}

/** Whether a number can be what the measure counts: only changes are negative, and a share lies between 0 and 100. */
export function impossible(measure: Measure, value: number): string | null {
  if (measure === 'employment_change' || measure === 'employment_change_percent') return null;
  if (value < 0) return 'the figure cannot be negative';
  return measure.startsWith('share_') && value > 100 ? 'a share cannot be above 100 percent' : null;
}
