/** Reads an uploaded file into a dataset, with a report. A bad file is reported, never thrown, and changes nothing. */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as z from 'zod';
import type { CodeList } from '../lmi/code-list.ts';
import { dataset as datasetSchema, observation as observationSchema } from '../lmi/dataset.ts';
import type { Dataset, Observation } from '../lmi/dataset.ts';
import { UnreadableCsv, csvRecords } from './csv-records.ts';
import { decodeText } from './decode.ts';
import { findHeader } from './find-header.ts';
import type { FoundHeader } from './find-header.ts';
import { importLimits } from './limits.ts';
import type { ImportPreview, ImportResult } from './preview.ts';
import { ImportReport } from './report.ts';
import { RowImport } from './row-import.ts';

const observationsSchema = z.array(observationSchema);
const figuresPerTurn = 1_000;

export interface ImportOptions {
  /** The dataset's area, and that of figures which do not name theirs. */
  area: string;
  /** Epoch milliseconds. */
  now: number;
  codeList: CodeList;
  /** A person's name for the dataset; otherwise the source's title. */
  datasetTitle?: string;
}

/** The rows of one file, or the reasons why there are none. */
interface Reading {
  problems: string[];
  encoding: string | null;
  header: FoundHeader | null;
  rows: RowImport | null;
}

export async function importFile(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const startedAt = performance.now();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const report = new ImportReport();
  const reading = await readFile(bytes, fileName, sha256, options, report);
  const built = reading.problems.length === 0 ? await buildDataset(reading, sha256, options) : null;
  const problems = [...reading.problems, ...(built !== null && 'problem' in built ? [built.problem] : [])];
  const dataset = built !== null && 'dataset' in built ? built.dataset : null;
  const preview: ImportPreview = {
    ok: problems.length === 0,
    problems,
    profile: reading.header && { id: reading.header.profile.id, name: reading.header.profile.name },
    fileName,
    bytes: bytes.length,
    sha256,
    encoding: reading.encoding,
    columns: reading.header?.columns ?? [],
    ignoredColumns: reading.header?.ignoredColumns ?? [],
    ...report.summary(reading.rows?.occupations ?? [], reading.rows?.observations ?? []),
    seconds: (performance.now() - startedAt) / 1000,
  };
  return { ok: preview.ok, preview, dataset };
}

async function readFile(
  bytes: Uint8Array,
  fileName: string,
  sha256: string,
  options: ImportOptions,
  report: ImportReport,
): Promise<Reading> {
  const reading: Reading = { problems: [], encoding: null, header: null, rows: null };
  const refuse = (problem: string): Reading => ({ ...reading, problems: [problem] });
  if (bytes.length > importLimits.bytes) return refuse(tooLarge(bytes.length));
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.problem);
  reading.encoding = decoded.encoding;
  const context = { fileName, sourceId: `file-${sha256.slice(0, 12)}`, area: options.area };
  const header = findHeader(decoded.text, context);
  if ('problem' in header) return refuse(header.problem);
  reading.header = header;
  reading.rows = new RowImport(header, options.codeList, report);
  try {
    const problem = await readRows(decoded.text, header, reading.rows, report);
    return problem === null ? reading : refuse(problem);
  } catch (error) {
    if (error instanceof UnreadableCsv) return refuse(error.message);
    throw error;
  }
}

async function readRows(
  text: string,
  header: FoundHeader,
  rows: RowImport,
  report: ImportReport,
): Promise<string | null> {
  for await (const record of csvRecords(text, header.delimiter)) {
    if (record.line < header.line) {
      const words = record.cells.filter((cell) => cell.trim() !== '').join(' ');
      if (words !== '') report.skip(record.line, words);
    } else if (record.line > header.line) rows.take(record);
    if (report.rowsRead > importLimits.records)
      return `The file has more than ${importLimits.records} rows. Split it, or keep only the occupations you need.`;
    if (rows.observations.length >= importLimits.figures)
      return `The file has more than ${importLimits.figures} figures. Split it, or keep only the columns you need.`;
  }
  if (report.rowsRead === 0) return 'The file has a header and no rows.';
  return report.rowsKept === 0
    ? 'None of the rows could be kept. The reasons are listed below, with their lines.'
    : null;
}

function tooLarge(bytes: number): string {
  const megabytes = (size: number): string => (size / 1024 / 1024).toFixed(0);
  return `The file has ${megabytes(bytes)} MB; at most ${megabytes(importLimits.bytes)} MB are read. Keep only the occupations or columns you need.`;
}

async function buildDataset(
  reading: Reading,
  sha256: string,
  options: ImportOptions,
): Promise<{ dataset: Dataset } | { problem: string }> {
  const sources = reading.header?.reader.sources() ?? [];
  const title = sources.map((source) => source.title).join(', ');
  const observations = reading.rows?.observations ?? [];
  const checked = datasetSchema.safeParse({
    version: 1,
    id: `dataset-${sha256.slice(0, 16)}`,
    title: options.datasetTitle || title,
    release: title,
    area: options.area,
    createdAt: new Date(options.now).toISOString(),
    sources,
    occupations: reading.rows?.occupations ?? [],
    observations: [],
    skills: [],
    programs: [],
    pathways: [],
  });
  const problem = checked.success ? await flawIn(observations) : explainFlaw(checked.error);
  return checked.success && problem === null
    ? { dataset: { ...checked.data, observations } }
    : { problem: `What was read is no valid dataset: ${problem ?? ''}.` };
}

/** Checks the figures against the schema a part at a time, so that a large file does not hold up a live room. */
async function flawIn(observations: readonly Observation[]): Promise<string | null> {
  for (let start = 0; start < observations.length; start += figuresPerTurn) {
    const checked = observationsSchema.safeParse(observations.slice(start, start + figuresPerTurn));
    if (!checked.success) return explainFlaw(checked.error);
    await nextTurn();
  }
  return null;
}

function explainFlaw(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
}
