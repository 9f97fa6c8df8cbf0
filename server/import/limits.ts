/** B8: a file of any size is read in bounded memory, and stops with a clear report. */
export const importLimits = {
  /** Of what must be held in memory whole to be read: a workbook, a JSON list, a zip. */
  bytes: 20 * 1024 * 1024,
  /** Of a CSV, which is read as a stream: its size costs time and no memory. */
  streamedBytes: 4 * 1024 * 1024 * 1024,
  /** What of a streamed CSV is looked at to tell its encoding and to find its header. */
  headBytes: 256 * 1024,
  /** Characters of one record; also what a quotation mark that is never closed runs into. */
  recordCharacters: 100_000,
  /** Rows that are kept. Those that are left out or rejected are counted, and cost no memory. */
  records: 100_000,
  figures: 300_000,
  columns: 200,
  /** The header is looked for in this many records from the top. */
  headerWithin: 40,
  listed: 200,
  sampleRows: 5,
} as const;
