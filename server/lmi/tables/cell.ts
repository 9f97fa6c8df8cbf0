/** A7: one cell as text and back. Text cells are inert; a number is written exactly and never guarded, a negative one included. */
import { canonicalJson } from '../canonical-json.ts';
import { exactNumber } from '../exact-number.ts';
import { guardText, unguardText } from '../inert-text.ts';
import { readList, writeList } from './list-cell.ts';
import type { CellValue, Column, Flat } from './table.ts';

const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;
const INTEGER = /^-?\d+$/;

export function writeCell({ type }: Column, value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return exactNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return type === 'value' && NUMBER.test(value) ? value : guardText(value);
  return guardText(isList(value) ? writeList(value) : canonicalJson(value));
}

/** `undefined` when the cell does not hold what the column says. */
export function readCell({ type, nullable }: Column, cell: string): CellValue | undefined {
  if (cell === '' && nullable) return null;
  switch (type) {
    case 'text':
    case 'value':
      return unguardText(cell);
    case 'list':
      return readList(unguardText(cell));
    case 'number':
      return NUMBER.test(cell) ? Number(cell) : undefined;
    case 'integer':
      return INTEGER.test(cell) ? Number(cell) : undefined;
    case 'boolean':
      return cell === 'true' ? true : cell === 'false' ? false : undefined;
    case 'json':
      return readFlat(unguardText(cell));
  }
}

function isList(value: CellValue): value is readonly string[] {
  return Array.isArray(value);
}

function readFlat(text: string): Flat | undefined {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Flat) : undefined;
  } catch {
    return undefined;
  }
}
