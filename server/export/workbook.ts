/**
 * A revision as an Excel workbook (ECMA-376): a sheet for each table that holds something, numbers as numbers, codes and words as
 * text, heads that stay in sight; the first sheet says what it is and where every figure is from (A5). Text cells never run (A7):
 * a cell of type text holds no formula, whatever it begins with.
 */
import writeExcel from 'write-excel-file/node';
import type { Cell, Row as SheetRow, Sheet } from 'write-excel-file/node';
import { canonicalJson } from '../lmi/canonical-json.ts';
import { flagMeanings } from '../lmi/flags.ts';
import { formatRevisionBase } from '../lmi/revision-words.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { Revision } from '../lmi/revision.ts';
import { bundleTables } from '../lmi/tables/bundle-tables.ts';
import { rowsOf } from '../lmi/tables/rows-of.ts';
import { writeList } from '../lmi/tables/list-cell.ts';
import type { CellValue, Column, Row, Table } from '../lmi/tables/table.ts';
import { printedSheets } from './printed-sheets.ts';
import { withoutClock } from './without-clock.ts';

/** Named, or a bold cell is in another face than the rest. */
const FACE = { fontFamily: 'Arial', fontSize: 10 };
/** What a cell may hold at most. */
const LONGEST_TEXT = 32_767;
const WIDEST = 60;
const NARROWEST = 10;
/** Of a list in one cell: its beginning is seen. */
const LIST_WIDTH = 32;
/** Looked at for the width of a column. */
const SAMPLED = 200;
const NOTES_WIDTHS = [40, 60, 18, 36, 18, 40];
const LINE_POINTS = 13.5;
const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;
/** XML 1.0 has no place for them. */
const FORBIDDEN = /[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/gu;

export async function revisionWorkbook(revision: Revision, dataset: Dataset): Promise<Uint8Array> {
  const rows = rowsOf({ ...revision, dataset });
  const sheets = bundleTables
    .map((table) => ({ table, rows: rows[table.name] ?? [] }))
    .filter(({ table, rows: held }) => held.length > 0 || table.name === 'adjustments')
    .map(({ table, rows: held }) => sheetOf(table, held));
  const all = [notes(revision, dataset), ...sheets];
  const buffer = await writeExcel(all, { ...FACE, features: [printedSheets] }).toBuffer();
  return withoutClock(new Uint8Array(buffer));
}

function sheetOf(table: Table, rows: readonly Row[]): Sheet<Buffer> {
  return {
    sheet: table.name.replaceAll('_', ' '),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: table.columns.map((column) => ({ width: widthOf(column, rows) })),
    data: [
      table.columns.map(({ name }) => head(name)),
      ...rows.map((row) => table.columns.map((column) => cellOf(column, row[column.name] ?? null))),
    ],
  };
}

/** Numbers are numbers, exactly; a value that is no number, and every code, is text. */
function cellOf({ type }: Column, value: CellValue): Cell {
  if (value === null) return null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? { type: Number, value } : text(String(value));
  if (typeof value === 'boolean') return { type: Boolean, value };
  if (typeof value === 'string')
    return type === 'value' && isExact(value) ? { type: Number, value: Number(value) } : text(value);
  return text(Array.isArray(value) ? writeList(value as readonly string[]) : canonicalJson(value));
}

/** A number a workbook cannot hold as it is written stays text. */
function isExact(value: string): boolean {
  return NUMBER.test(value) && String(Number(value)) === value;
}

function text(value: string): Cell {
  const plain = value.replace(FORBIDDEN, '\uFFFD').slice(0, LONGEST_TEXT);
  return plain === '' ? null : { type: String, value: plain };
}

function head(name: string): Cell {
  return { type: String, value: name, fontWeight: 'bold', backgroundColor: '#E8EAED', wrap: true };
}

function widthOf(column: Column, rows: readonly Row[]): number {
  const widths = rows.slice(0, SAMPLED).map((row) => lengthOf(row[column.name] ?? null));
  return Math.min(WIDEST, Math.max(NARROWEST, column.name.length + 2, ...widths));
}

function lengthOf(value: CellValue): number {
  return typeof value === 'object' ? (value === null ? 0 : LIST_WIDTH) : String(value).length;
}

function notes(revision: Revision, dataset: Dataset): Sheet<Buffer> {
  const { number, workshop, publishedAt, publishedByRole, hash } = revision;
  const fact = (name: string, value: string): SheetRow => [
    { type: String, value: name, fontWeight: 'bold', alignVertical: 'top' },
    wrapped(value),
  ];
  const data: SheetRow[] = [
    fact('Revision', `Revision ${number} of ${dataset.title}`),
    fact('Stands on', formatRevisionBase(revision)),
    fact(
      'Workshop',
      workshop
        ? `${workshop.title}; ${workshop.sector}, ${workshop.region}`
        : 'none: adjustments that stood were laid on a new release',
    ),
    fact('Published', `${publishedAt}, by ${publishedByRole}`),
    fact('SHA-256', hash),
    fact(
      'How to read it',
      'A published figure is never overwritten: in “observations” the value as published and the adjusted value stand side by side, and a flag says why a figure is missing or only bounded.',
    ),
    [],
    ['Source', 'Publisher', 'Release', 'File', 'Terms', 'Address'].map(head),
    ...dataset.sources.map((source) =>
      [source.title, source.publisher, source.release, source.file, source.licence, source.url ?? ''].map(
        wrapped,
      ),
    ),
    [],
    ['Sheet', 'What it holds'].map(head),
    ...bundleTables.map(({ name, title }) => [name.replaceAll('_', ' '), title].map(wrapped)),
    [],
    ['Flag', 'What it means'].map(head),
    ...Object.entries(flagMeanings).map(([name, { sentence }]) => [name, sentence].map(wrapped)),
  ];
  return {
    sheet: 'notes',
    stickyColumnsCount: 1,
    columns: NOTES_WIDTHS.map((width) => ({ width })),
    data: data.map(highEnough),
  };
}

/** Not every program makes a row as high as its wrapped text. */
function highEnough(row: SheetRow): SheetRow {
  const lines = row.map((cell, index) => {
    const written = typeof cell === 'object' && cell !== null && 'value' in cell ? String(cell.value) : '';
    return Math.ceil(written.length / (NOTES_WIDTHS[index] ?? NARROWEST));
  });
  const height = LINE_POINTS * Math.max(1, ...lines);
  return row.map((cell) => (typeof cell === 'object' && cell !== null ? { ...cell, height } : cell));
}

function wrapped(value: string): Cell {
  const plain = value.replace(FORBIDDEN, '\uFFFD').slice(0, LONGEST_TEXT);
  return plain === '' ? null : { type: String, value: plain, wrap: true, alignVertical: 'top' };
}
