/** Reads one table of a bundle by the definition it was written with; says which line and column does not fit. */
import { parse } from 'csv-parse/sync';
import { readCell } from '../lmi/tables/cell.ts';
import type { CellValue, Column, Row, Table } from '../lmi/tables/table.ts';
import { importLimits } from './limits.ts';

export type ReadTable = { rows: Row[] } | { problem: string };

export function readTable(table: Table, bytes: Uint8Array): ReadTable {
  const file = `data/${table.name}.csv`;
  let records: string[][];
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    records = parse(text, {
      record_delimiter: ['\r\n'],
      max_record_size: importLimits.recordCharacters * 10,
    });
  } catch {
    return { problem: `${file} is not readable as UTF-8 CSV with the same number of cells in every line.` };
  }
  const [header, ...lines] = records;
  const columns = columnsOf(table, header ?? []);
  if (columns === null) {
    const missing = table.columns
      .filter(({ name, isLater }) => !isLater && !header?.includes(name))
      .map(({ name }) => name);
    return {
      problem: `${file} does not have the columns of a bundle${missing.length > 0 ? `: ${missing.join(', ')} missing` : ''}.`,
    };
  }
  const rows: Row[] = [];
  for (const [index, cells] of lines.entries()) {
    const row = readRow(table, columns, cells);
    if (typeof row === 'string') return { problem: `${file}, row ${index + 2}: ${row}` };
    rows.push(row);
  }
  return { rows };
}

/** The columns that the file has, in its order: all of the table's, or all but those a later Plumbline added. */
function columnsOf(table: Table, header: readonly string[]): readonly Column[] | null {
  const columns = table.columns.filter(({ name, isLater }) => !isLater || header.includes(name));
  return header.join() === columns.map(({ name }) => name).join() ? columns : null;
}

function readRow(table: Table, columns: readonly Column[], cells: readonly string[]): Row | string {
  const row: Record<string, CellValue> = Object.fromEntries(table.columns.map(({ name }) => [name, null]));
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    const value = readCell(column, cell);
    if (value === undefined) {
      return `${column.name} holds ${JSON.stringify(cell.slice(0, 40))}, which is no ${column.type}.`;
    }
    row[column.name] = value;
  }
  return row;
}
