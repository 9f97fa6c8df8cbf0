/** Names of columns from a header of one line or several, and keys that stay the same when the year in a name changes. */
import type { CsvRecord } from '../csv-records.ts';
import { headerText } from '../source-profile.ts';

export interface HeaderColumn {
  /** Place in the row, from 0. */
  place: number;
  name: string;
  key: string;
}

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const span = /(?<!\d)((?:19|20)\d\d)-(\d\d)(?!\d)/g;

/** Lines of a header, the last one nearest to the rows. A cell over several columns stands over each of them. */
export function headerColumns(lines: readonly CsvRecord[]): HeaderColumn[] {
  const last = lines.length - 1;
  const width = Math.max(0, ...lines.map(({ cells }) => filledWidth(cells)));
  const rows = lines.map(({ cells }, at) => spread(cells, width, at < last));
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, place) => {
    const parts = rows.map((row) => row[place] ?? '').filter((part, at, all) => part && part !== all[at - 1]);
    const name = parts.join(' ') || `Column ${letters(place)}`;
    const open = name.toLowerCase().replace(span, '####-##').replace(year, '####').slice(0, 220);
    const times = (seen.get(open) ?? 0) + 1;
    seen.set(open, times);
    return { place, name, key: times === 1 ? open : `${open} (${times})` };
  });
}

/** Only the upper lines hold cells over several columns. */
function spread(cells: readonly string[], width: number, isUpper: boolean): string[] {
  const texts = Array.from({ length: width }, (_, place) => headerText(cells[place] ?? ''));
  if (!isUpper) return texts;
  let above = '';
  return texts.map((text) => (above = text || above));
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** A, B ... Z, AA: as a spreadsheet names its columns. */
function letters(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return `${rest >= 0 ? letters(rest) : ''}${String.fromCharCode(65 + (place % 26))}`;
}

/** Years in a text, each once, in their order; "2022-32" is two of them, "2024-05" a month of one. */
export function yearsIn(text: string): string[] {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(span, (all, from: string, to: string) => {
    const end = endOf(from, to);
    return end === null ? all : `${from}-${end}`;
  });
  return [...new Set(plain.match(year) ?? [])];
}

/** 2022 and 32 end in 2032; null where the two digits are a month, or an earlier year. */
function endOf(from: string, digits: string): string | null {
  const end = `${from.slice(0, 2)}${digits}`;
  return Number(end) > Number(from) ? end : null;
}

/** A period of a saved mapping in the years of another file; null where it names a year that the files do not share. */
export function inYears(text: string, years: ReadonlyMap<string, string>): string | null {
  let isKnown = true;
  const to = (old: string): string => {
    const next = years.get(old);
    if (next === undefined) isKnown = false;
    return next ?? old;
  };
  const spans = text.replace(span, (all, from: string, digits: string) => {
    const end = endOf(from, digits);
    return end === null ? all : `${from}~${end}`;
  });
  const moved = spans.replace(year, to).replace(/~(\d\d)(\d\d)/g, '-$2');
  return isKnown && years.size > 0 ? moved : null;
}
