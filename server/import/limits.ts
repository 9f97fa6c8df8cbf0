/** B8: a file of any size is read in bounded memory, and stops with a clear report. */
export const importLimits = {
  bytes: 20 * 1024 * 1024,
  /** Characters of one record; also what a quotation mark that is never closed runs into. */
  recordCharacters: 100_000,
  records: 100_000,
  figures: 300_000,
  columns: 200,
  /** The header is looked for in this many records from the top. */
  headerWithin: 40,
  listed: 200,
  sampleRows: 5,
} as const;
