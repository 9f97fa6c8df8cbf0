/** Reads the published files the sample is made from. Rows keep their number in the sheet or file, counted from 1. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';

export interface PublishedRow {
  row: number;
  cells: Record<string, string>;
}

const folder = new URL('../../../../shared/data/', import.meta.url);

export function publishedBytes(file: string): Uint8Array {
  return readFileSync(new URL(file, folder));
}

/** A CSV whose first row is the header. */
export function publishedCsv(file: string): PublishedRow[] {
  const [header = [], ...rows] = parse(publishedBytes(file) as Buffer);
  return rows.map((cells, place) => ({ row: place + 2, cells: byHeader(header, cells) }));
}

/** A sheet of a workbook; `headerRow` says where the header stands, `names` what a header over several rows amounts to. */
export async function publishedSheet(file: string, sheet: string, headerRow = 1, names?: readonly string[]): Promise<PublishedRow[]> {
  const sheets = await readExcelFile(publishedBytes(file) as Buffer);
  const rows = sheets.find((one) => one.sheet === sheet)?.data;
  if (rows === undefined) throw new Error(`${file} has no sheet ${sheet}`);
  const texts = rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell as string | number))));
  const header = names ?? texts[headerRow - 1] ?? [];
  return texts.slice(headerRow).map((cells, place) => ({ row: headerRow + place + 1, cells: byHeader(header, cells) }));
}

function byHeader(header: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, place) => [name.replace(/\s+/g, ' ').trim(), cells[place] ?? '']));
}

/** A cell that must be there; a file of another layout stops the build. */
export function cell(row: PublishedRow, column: string): string {
  const found = row.cells[column];
  if (found === undefined) throw new Error(`There is no column "${column}"`);
  return found;
}
