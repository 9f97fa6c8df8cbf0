/** What an import would do, told before anything is saved. A bad file gives problems, never an exception. */
import type { Added } from '../lmi/combine.ts';
import type { Revision } from '../lmi/revision.ts';
import type { Dataset, Flag, Measure, Unit } from '../lmi/dataset.ts';

export type ProfileId =
  | 'bls-projections'
  | 'bls-oews'
  | 'cps-household'
  | 'onet-skills'
  | 'onet-job-zones'
  | 'onet-related'
  | 'onet-titles'
  | 'occupation-list'
  | 'nces-cip'
  | 'cip-soc'
  | 'ipeds-completions'
  | 'ipeds-institutions'
  | 'noc-structure'
  | 'in-demand'
  | 'warn-notices'
  | 'mapped'
  /** A mapping that staff saved. */
  | `mapped-${string}`
  | 'plumbline-long'
  | 'plumbline-wide'
  | 'plumbline-bundle';

/** What a file does not say, put to staff. Their answer comes back with the file under the question's id. */
export interface ImportQuestion {
  id: string;
  ask: string;
  /** Why it is asked, and what an answer looks like. */
  hint: string;
  /** Empty: free text. */
  choices: { value: string; label: string }[];
}

/** A code of another vintage of the code system. */
export interface OtherVintage {
  line: number;
  code: string;
  title: string;
  vintage: string;
  /** What it became; one is taken, several are for a person to choose from. */
  became: { code: string; title: string }[];
}

export type PartName =
  'skills' | 'programs' | 'relatedOccupations' | 'fieldsOfStudy' | 'providers' | 'crosswalk' | 'hiringEvents';

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
  /** What else becomes of the row, in words. */
  becomes: string[];
}

export interface ImportPreview {
  ok: boolean;
  /** Why nothing can be imported; empty when `ok`. */
  problems: string[];
  profile: { id: ProfileId; name: string } | null;
  /** It could be opened as a table: where it is not recognised, staff can say what its columns mean. */
  isTable: boolean;
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
  /** Rows that are not what is looked for, by reason; they are among the rows read. */
  leftOut: { reason: string; rows: number }[];
  rowsLeftOut: number;
  /** The first 200 codes of another vintage, mapped or rejected. */
  otherVintage: OtherVintage[];
  otherVintageCount: number;
  /** The first 200 known codes whose title in the file is another one. */
  otherTitles: { line: number; code: string; title: string; expected: string }[];
  otherTitlesCount: number;
  /** What must be answered before the file can be read; nothing else is wrong then. */
  questions: ImportQuestion[];
  /** Datasets that this very file is in already, by its hash. */
  alreadyIn: { id: string; title: string }[];
  /** What adding it to another release did; null where there was none. */
  added: Added | null;
  /** Name of the sheet that was read, and of those that were not. */
  sheet: string | null;
  otherSheets: string[];
  /** Lines before the header and footnotes after the figures. */
  skipped: { line: number; text: string }[];
  occupations: number;
  observations: number;
  /** What stands around the occupations, by its name, where there is any. */
  parts: Partial<Record<PartName, number>>;
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
  /** The published revision a bundle holds beside its dataset. */
  revision?: Revision | null;
}
