/** Where the header of an unknown table probably is: the fullest line of words above lines of figures. Staff see it and may say otherwise. */
import type { CsvRecord } from '../csv-records.ts';
import { readNumber } from '../number-cell.ts';
import { headerText } from '../source-profile.ts';
import type { ImportTable } from '../tables/import-table.ts';
import { mappingLimits } from './mapping.ts';

export interface HeaderPlace {
  /** Index among the tables of the file. */
  table: number;
  /** Index among the table's first records: the last line of the header. */
  at: number;
  lines: number;
}

const known =
  /\b(soc|noc|code|occupation|title|employment|openings|wage|median|annual|area|education|level)\b/i;
const rowsBelow = 6;

export function guessHeader(tables: readonly ImportTable[], within?: number): HeaderPlace {
  let best: HeaderPlace & { score: number } = { table: within ?? 0, at: 0, lines: 1, score: 0 };
  for (const [table, { first }] of tables.entries()) {
    if (within !== undefined && table !== within) continue;
    for (const at of first.keys()) {
      const score = scoreOf(first, at);
      if (score > best.score) best = { table, at, lines: 1, score };
    }
  }
  const first = tables[best.table]?.first ?? [];
  const at = lastLine(first, best.at);
  return { table: best.table, at, lines: linesAbove(first, at) };
}

/** Words over figures count, known words more; a line of figures is no header. */
function scoreOf(first: readonly CsvRecord[], at: number): number {
  const cells = first[at]?.cells ?? [];
  const words = cells.filter(isWord);
  const below = first.slice(at + 1, at + 1 + rowsBelow);
  if (words.length < 2 || below.length === 0) return 0;
  const overFigures = cells.filter(
    (cell, place) => isWord(cell) && below.some((row) => isFigure(row.cells[place])),
  ).length;
  const figures = cells.filter(isFigure).length;
  const knownWords = words.filter((cell) => known.test(headerText(cell)) && cell.length < 80).length;
  return words.length + 3 * overFigures + 2 * knownWords - 4 * figures;
}

/** A line of years, or of more words, under a header that leaves the first column open belongs to it. */
function lastLine(first: readonly CsvRecord[], at: number): number {
  const next = first[at + 1]?.cells ?? [];
  const filled = next.filter((cell) => cell.trim() !== '');
  const isMore =
    (next[0] ?? '').trim() === '' &&
    filled.length >= 2 &&
    filled.every((cell) => isWord(cell) || isYear(cell));
  return isMore ? lastLine(first, at + 1) : at;
}

function linesAbove(first: readonly CsvRecord[], at: number): number {
  for (let lines = 1; lines < mappingLimits.headerLines; lines += 1) {
    const above = first[at - lines]?.cells.filter((cell) => cell.trim() !== '') ?? [];
    if (above.length < 2 || !above.every((cell) => isWord(cell) || isYear(cell))) return lines;
  }
  return mappingLimits.headerLines;
}

const isYear = (cell: string): boolean => /^\s*(19|20)\d\d\s*$/.test(cell);

function isFigure(cell: string | undefined): boolean {
  const text = (cell ?? '').trim().replace(/^\$|%$/g, '');
  return text !== '' && !isYear(text) && readNumber(text, 0, 'comma').ok;
}

function isWord(cell: string): boolean {
  return /\p{L}/u.test(cell) && !isFigure(cell);
}
