/** What an import would do, told before anything is saved. A bad file gives problems, never an exception. */
import type { Dataset, Flag, Measure, Unit } from '../lmi/dataset.ts';

export type ProfileId = 'bls-projections' | 'plumbline-long' | 'plumbline-wide' | 'plumbline-bundle';

export interface ImportRejection {
  /** Line in the file, from 1. */
  line: number;
  /** The column of a single rejected figure; null where the whole row was rejected. */
  column: string | null;
  reason: string;
  /** What stood there, shortened. */
  text: string;
}

export interface UnknownCode {
  line: number;
  code: string;
  title: string;
  /** The known code it was probably meant to be. */
  suggestion: { code: string; title: string } | null;
}

/** How one column was understood. */
export interface ImportColumn {
  header: string;
  /** null for a column that is no figure: code, title, source ... */
  measure: Measure | null;
  /** In words: "thousands of persons, kept as persons", "occupation code". */
  understood: string;
  unit: Unit | null;
  period: string | null;
}

export interface ImportSampleRow {
  line: number;
  code: string;
  title: string;
  figures: { measure: Measure; period: string; area: string; raw: string; shown: string }[];
}

export interface ImportPreview {
  ok: boolean;
  /** Why nothing can be imported; empty when `ok`. */
  problems: string[];
  profile: { id: ProfileId; name: string } | null;
  fileName: string;
  bytes: number;
  sha256: string;
  encoding: string | null;
  rowsRead: number;
  /** Rows of which at least one figure was kept. */
  rowsKept: number;
  rowsRejected: number;
  /** The first 200; `rejectedCount` counts all, rows and single figures. */
  rejected: ImportRejection[];
  rejectedCount: number;
  /** The first 200; these rows are among the rejected. */
  unknownCodes: UnknownCode[];
  unknownCodesCount: number;
  /** Lines before the header and footnotes after the figures. */
  skipped: { line: number; text: string }[];
  occupations: number;
  observations: number;
  flags: Record<Flag, number>;
  columns: ImportColumn[];
  ignoredColumns: string[];
  periods: string[];
  areas: string[];
  /** What will become of the first five kept rows. */
  firstRows: ImportSampleRow[];
  /** Server time. */
  seconds: number;
}

export interface ImportResult {
  ok: boolean;
  preview: ImportPreview;
  /** null where the preview has problems. */
  dataset: Dataset | null;
}
