/** Tells from its first bytes what a file is, and opens it as tables. A file that is none is answered with a sentence, in which its name counts. */
import { csvRecords, firstRecords } from '../csv-records.ts';
import type { Delimiter } from '../csv-records.ts';
import { decodedChunks, decodeText } from '../decode.ts';
import type { Decoded } from '../decode.ts';
import { importLimits } from '../limits.ts';
import type { FileBytes } from './file-bytes.ts';
import type { ImportTable, OpenedFile, Opening } from './import-table.ts';
import { looksLikeJson, openJson } from './json-table.ts';
import { isNamedWorkbook, isWorkbook, namedWorkbook, workbookProblem } from './workbook-guard.ts';
import type { Sheet, WorkbookReading } from './workbook.ts';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const wordsOfSheet = 60;

export type WorkbookReader = (bytes: Uint8Array, signal?: AbortSignal) => Promise<WorkbookReading>;

/** What is larger than may be held in memory is opened only where it can be read as a stream. */
export async function openFile(
  file: FileBytes,
  fileName: string,
  readWorkbook: WorkbookReader,
  signal?: AbortSignal,
): Promise<Opening> {
  return file.size > importLimits.bytes
    ? openLarge(file, fileName)
    : openWhole(await file.whole(), fileName, readWorkbook, signal);
}

async function openLarge(file: FileBytes, fileName: string): Promise<Opening> {
  if (file.size > importLimits.streamedBytes)
    return { ok: false, problem: tooLarge(file.size, importLimits.streamedBytes) };
  const head = await file.head(importLimits.headBytes);
  const isPacked = isWorkbook(head);
  const decoded: Decoded = isPacked ? { ok: true, text: '', encoding: '' } : decodeText(head, false);
  if (!decoded.ok) return refused(decoded, fileName);
  const { text, encoding } = decoded;
  if (isPacked || looksLikeJson(text)) return { ok: false, problem: tooLarge(file.size, importLimits.bytes) };
  return openedCsv(text, encoding, () => decodedChunks(file.chunks(), encoding));
}

function tooLarge(size: number, most: number): string {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
  return `The file has ${megabytes(size)} MB; at most ${megabytes(most)} MB are read in this form. Save the table as CSV, which may be larger, or keep only the occupations or columns you need.`;
}

async function openWhole(
  bytes: Uint8Array,
  fileName: string,
  readWorkbook: WorkbookReader,
  signal?: AbortSignal,
): Promise<Opening> {
  const kind = workbookProblem(bytes);
  if (kind !== null && kind.problem !== null) return { ok: false, problem: kind.problem };
  if (kind !== null) {
    const read = await readWorkbook(bytes, signal);
    return 'problem' in read ? { ok: false, problem: read.problem } : openedWorkbook(read.sheets);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(decoded, fileName);
  const { text, encoding } = decoded;
  if (looksLikeJson(text)) return openJson(text, encoding);
  return openedCsv(text, encoding, () => text);
}

function refused({ problem, isText }: Extract<Decoded, { ok: false }>, fileName: string): Opening {
  return { ok: false, problem: !isText && isNamedWorkbook(fileName) ? namedWorkbook : problem };
}

function openedCsv(head: string, encoding: string, text: () => string | AsyncIterable<string>): OpenedFile {
  const tables = delimiters.map((delimiter): ImportTable => ({
    name: null,
    delimiter,
    first: firstRecords(head, delimiter, importLimits.headerWithin),
    records: () => csvRecords(text(), delimiter),
  }));
  return { ok: true, encoding, tables, words: '' };
}

function openedWorkbook(sheets: readonly Sheet[]): OpenedFile {
  const tables = sheets.map(({ name, rows }): ImportTable => ({
    name,
    delimiter: null,
    first: rows.slice(0, importLimits.headerWithin).map((cells, place) => ({ line: place + 1, cells })),
    records: () => sheetRecords(rows),
  }));
  const words = sheets.flatMap(({ name, rows }) => [
    name,
    ...rows.slice(0, wordsOfSheet).map((cells) => cells.filter(Boolean).slice(0, 3).join(' ')),
  ]);
  return { ok: true, encoding: null, tables, words: words.join('\n') };
}

async function* sheetRecords(rows: readonly (readonly string[])[]) {
  for (const [place, cells] of rows.entries()) {
    yield { line: place + 1, cells };
    if (place % 1_000 === 999) await new Promise((resolve) => setImmediate(resolve));
  }
}
