/** Reads an uploaded file into a dataset, with a report. A bad file is reported, never thrown, and changes nothing. */
import { buildRelease } from './build-release.ts';
import { UnreadableCsv } from './csv-records.ts';
import { findHeader } from './find-header.ts';
import type { FoundHeader } from './find-header.ts';
import type { ImportOptions } from './import-options.ts';
import { importLimits } from './limits.ts';
import type { ImportPreview, ImportResult } from './preview.ts';
import { ImportReport } from './report.ts';
import { RowImport } from './row-import.ts';
import { bytesInMemory, hashOf } from './tables/file-bytes.ts';
import type { FileBytes } from './tables/file-bytes.ts';
import type { OpenedFile } from './tables/import-table.ts';
import { openFile } from './tables/open-file.ts';
import { Cancelled } from './tables/cancelled.ts';
import { readWorkbookApart } from './tables/workbook-thread.ts';

/** The rows of one file, or the reasons why there are none. */
interface Reading {
  problems: string[];
  opened: OpenedFile | null;
  header: FoundHeader | null;
  rows: RowImport | null;
}

/** Throws `Cancelled` when the signal says so, and nothing else. */
export async function importFile(
  content: Uint8Array | FileBytes,
  fileName: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const startedAt = performance.now();
  const file = content instanceof Uint8Array ? bytesInMemory(content) : content;
  const sha256 = options.sha256 ?? (await hashOf(file, options.signal));
  const report = new ImportReport();
  const reading = await readFile(file, fileName, sha256, options, report);
  const questions = reading.header?.questions ?? [];
  const isReadable = reading.problems.length === 0 && questions.length === 0;
  const built = isReadable ? await buildRelease(reading, sha256, options) : null;
  const problems = [...reading.problems, ...(built !== null && 'problem' in built ? [built.problem] : [])];
  const release = built !== null && 'dataset' in built ? built : null;
  const preview: ImportPreview = {
    ok: problems.length === 0 && questions.length === 0,
    problems,
    questions,
    profile: reading.header && { id: reading.header.profile.id, name: reading.header.profile.name },
    isTable: reading.opened !== null,
    fileName,
    bytes: file.size,
    sha256,
    encoding: reading.opened?.encoding ?? null,
    sheet: reading.header?.table.name ?? null,
    otherSheets: otherSheets(reading),
    columns: reading.header?.columns ?? [],
    ignoredColumns: reading.header?.ignoredColumns ?? [],
    parts: partCounts(reading.rows),
    added: release?.added ?? null,
    alreadyIn: [],
    ...report.summary(reading.rows?.occupations.length ?? 0, reading.rows?.observations ?? []),
    seconds: (performance.now() - startedAt) / 1000,
  };
  return { ok: preview.ok, preview, dataset: release?.dataset ?? null };
}

async function readFile(
  file: FileBytes,
  fileName: string,
  sha256: string,
  options: ImportOptions,
  report: ImportReport,
): Promise<Reading> {
  const reading: Reading = { problems: [], opened: null, header: null, rows: null };
  const refuse = (problem: string): Reading => ({ ...reading, problems: [problem] });
  const opened =
    options.opened ??
    (await openFile(file, fileName, options.readWorkbook ?? readWorkbookApart, options.signal));
  if (!opened.ok) return refuse(opened.problem);
  reading.opened = opened;
  const { area, answers = {}, base = null } = options;
  const facts = { fileName, sourceId: `file-${sha256.slice(0, 12)}`, area, sha256, answers };
  const header = findHeader(opened, facts, options.profiles);
  if ('problem' in header) return refuse(header.problem);
  reading.header = header;
  if (base?.sources.some((source) => source.sha256 === sha256))
    return refuse('This very file is already part of the dataset. There is nothing to add.');
  if (header.questions?.length) return reading;
  const only = base && options.onlyKnown ? new Set(base.occupations.map(({ code }) => code)) : null;
  reading.rows = new RowImport(header, options.codeList, report, only);
  try {
    const problem = await readRows(header, reading.rows, report, options);
    return problem === null ? reading : refuse(problem);
  } catch (error) {
    if (error instanceof UnreadableCsv) return refuse(error.message);
    throw error;
  }
}

async function readRows(
  header: FoundHeader,
  rows: RowImport,
  report: ImportReport,
  options: ImportOptions,
): Promise<string | null> {
  const { signal, onProgress } = options;
  for await (const record of header.table.records()) {
    if (record.line < header.line) {
      const words = record.cells.filter((cell) => cell.trim() !== '').join(' ');
      if (words !== '') report.skip(record.line, words);
    } else if (record.line > header.line) rows.take(record);
    if (signal?.aborted) throw new Cancelled();
    if (report.rowsRead % 500 === 499) onProgress?.(report.rowsRead);
    if (report.rowsKept > importLimits.records)
      return `More than ${importLimits.records} rows of the file would be kept. Split it, or keep only the occupations you need.`;
    if (options.onlyFirst !== undefined && report.rowsRead >= options.onlyFirst) break;
    if (rows.observations.length >= importLimits.figures)
      return `The file has more than ${importLimits.figures} figures. Split it, or keep only the columns you need.`;
  }
  if (report.rowsRead === 0) return 'The file has a header and no rows.';
  return report.rowsKept === 0
    ? 'None of the rows could be kept. The reasons are listed below, with their lines.'
    : null;
}

function otherSheets({ opened, header }: Reading): string[] {
  const names = (opened?.tables ?? []).flatMap(({ name }) => (name === null ? [] : [name]));
  return names.filter((name) => name !== header?.table.name);
}

function partCounts(rows: RowImport | null): ImportPreview['parts'] {
  const counts = Object.entries(rows?.parts.all() ?? {}).map(([name, part]) => [name, part.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
