/** The port of a source profile: it recognises its file by the header's content and turns rows into what a dataset holds. */
import type { CodeSystem, Dataset, Measure, Observation, Program, Skill, Source } from '../lmi/dataset.ts';
import type { CsvRecord } from './csv-records.ts';
import type { ImportColumn, ImportQuestion, ProfileId } from './preview.ts';

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

/** The row is about one occupation. */
export interface ReadRow {
  kind: 'occupation';
  /** The cell that should hold the code, as it stands; null where the file has only titles, and the title must be found. */
  code: string | null;
  /** `SOC2018` unless said otherwise. */
  system?: CodeSystem;
  title: string;
  /** A list of codes of unknown vintage: old ones are mapped, and a known code under another title is reported. Never for figures. */
  mapsVintage?: boolean;
  /** null or none: the code list's aliases. */
  aliases: string[] | null;
  description?: string;
  figures: ReadFigure[];
  /** The import adds occupation and line. */
  skill?: Omit<Skill, 'occupation' | 'row'>;
  related?: Omit<Dataset['relatedOccupations'][number], 'occupation' | 'row'>;
  rejected: { column: string; reason: string; text: string }[];
}

/** Parts of a dataset that stand around the occupations; the import adds the line. */
export interface AroundParts {
  program?: Omit<Program, 'row'>;
  field?: Omit<Dataset['fieldsOfStudy'][number], 'row'>;
  provider?: Omit<Dataset['providers'][number], 'row'>;
  /** The import checks its occupation. */
  pair?: Omit<Dataset['crosswalk'][number], 'row'>;
  event?: Omit<Dataset['hiringEvents'][number], 'row'>;
  /** The publisher marks the notice as an amendment of an earlier one. */
  amends?: boolean;
}

export interface AroundRow {
  kind: 'around';
  parts: AroundParts;
  /** For the preview: what stands where code and title of an occupation would. */
  code: string;
  title: string;
  /** For the preview: what becomes of the row, in words. */
  becomes: string[];
}

/** Not what is looked for: another level, a total, a code that leads nowhere. Counted by its reason. */
export interface LeftOutRow {
  kind: 'left_out';
  reason: string;
}

export interface RejectedRow {
  kind: 'rejected';
  reason: string;
  column: string | null;
  text: string;
}

export type RowReading = ReadRow | AroundRow | LeftOutRow | RejectedRow;

export interface RowReader {
  /** A row at least as wide as the header. */
  read(cells: readonly string[], line: number): RowReading;
  /** The sources of what was read so far. */
  sources(): Source[];
}

export interface FileContext {
  fileName: string;
  /** Short name for a source that the file does not name. */
  sourceId: string;
  area: string;
  sha256: string;
  /** Name of the sheet, and those of all sheets of the file. */
  sheet: string | null;
  sheets: readonly string[];
  /** The first records of the table, the header among them. */
  records: readonly CsvRecord[];
  /** The header's place among them. */
  at: number;
  /** Names of sheets with their first rows: titles, dates, legends. */
  words: string;
  /** What staff answered to the questions of an earlier reading, by the question's id. */
  answers: Readonly<Record<string, string>>;
}

export interface RecognisedHeader {
  kind: 'recognised';
  columns: ImportColumn[];
  ignoredColumns: string[];
  reader: RowReader;
  /** What the file does not say and must be answered before it can be read. */
  questions?: ImportQuestion[];
  /** How many columns the table has, where the header row does not show it. */
  width?: number;
  /** The profile names the columns itself: two header cells may be alike, and a short row ends in empty cells. */
  namesColumns?: boolean;
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
