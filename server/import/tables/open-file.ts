/** Tells from its first bytes what a file is, and opens it as tables. A file that is none is answered with a sentence. */
import { csvRecords, firstRecords } from '../csv-records.ts';
import type { Delimiter } from '../csv-records.ts';
import { decodeText } from '../decode.ts';
import { importLimits } from '../limits.ts';
import type { ImportTable, OpenedFile, Opening } from './import-table.ts';
import { looksLikeJson, openJson } from './json-table.ts';
import { workbookProblem } from './workbook-guard.ts';
import type { Sheet, WorkbookReading } from './workbook.ts';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const wordsOfSheet = 60;

export type WorkbookReader = (bytes: Uint8Array, signal?: AbortSignal) => Promise<WorkbookReading>;

export async function openFile(
  bytes: Uint8Array,
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
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded;
  if (looksLikeJson(text)) return openJson(text, encoding);
  const tables = delimiters.map((delimiter): ImportTable => ({
    name: null,
    delimiter,
    first: firstRecords(text, delimiter, importLimits.headerWithin),
    records: () => csvRecords(text, delimiter),
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
