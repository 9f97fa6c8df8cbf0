/** A file as the importers see it: one table or several, each a row of texts at a time, whatever it was stored as. */
import type { CsvRecord, Delimiter } from '../csv-records.ts';

export interface ImportTable {
  /** Name of the sheet; null where the file is the table. */
  name: string | null;
  /** null for what is no CSV. */
  delimiter: Delimiter | null;
  /** The first records, for finding the header. */
  first: readonly CsvRecord[];
  records(): AsyncIterable<CsvRecord>;
}

export interface OpenedFile {
  ok: true;
  encoding: string | null;
  tables: ImportTable[];
  /** Names of sheets and what stands in their first rows: titles, dates and legends. */
  words: string;
}

export type Opening = OpenedFile | { ok: false; problem: string };
