/** Sheets of a workbook as texts. A number is the shortest text that reads back as it; a date is a date, never a code. */
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { importLimits } from '../limits.ts';
import { workbookLimits } from './workbook-guard.ts';

export interface Sheet {
  name: string;
  rows: string[][];
}

export type WorkbookReading = { sheets: Sheet[] } | { problem: string };

export const damagedWorkbook =
  'This Excel workbook is damaged and cannot be read. Open it, save it again, and choose that file.';

/** `workbookProblem` has judged the directory; here the content is measured as it unpacks, since a directory can lie. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) return { problem: damagedWorkbook };
  if (unpacked > workbookLimits.unpackedBytes)
    return { problem: 'This Excel workbook unpacks to more than is read. Keep only the sheet you need.' };
  try {
    // Of the library's ways in, this one reads from memory: its stream never ends on some damaged files.
    const sheets = await readExcelFile(Uint8Array.from(bytes).buffer);
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(textsOf) })) };
  } catch {
    // Whatever the reader stumbles over, the person is told the same: the file is not readable as a workbook.
    return { problem: damagedWorkbook };
  }
}

function textsOf(row: readonly unknown[]): string[] {
  return row.slice(0, importLimits.columns + 1).map(textOf);
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dateText(cell.toISOString());
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function dateText(iso: string): string {
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

/** null where the zip cannot be followed to its end. Stops counting above the limit. */
function unpackedBytes(bytes: Uint8Array): number | null {
  let total = 0;
  let failed = false;
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) failed = true;
      else total += chunk.length;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const step = 64 * 1024;
  try {
    for (let start = 0; start < bytes.length && !failed; start += step) {
      unzip.push(bytes.subarray(start, start + step), start + step >= bytes.length);
      if (total > workbookLimits.unpackedBytes) return total;
    }
  } catch {
    return null;
  }
  return failed ? null : total;
}
