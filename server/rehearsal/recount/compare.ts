/** Holds rows against what was counted again, both ways: nothing different, nothing missing, nothing that nobody said. */
import type { Cells } from './published.ts';

export type Expected = Record<string, string | number | null>;

export interface Comparison {
  what: string;
  rows: readonly Cells[];
  /** Columns that name a row. */
  by: readonly string[];
  /** Keys are the cells of `by` with a bar between. */
  expected: ReadonlyMap<string, Expected>;
  /** What a row says that nobody answered to; null when there must be no such row. */
  otherwise: Expected | null;
}

const NEAR = 1e-9;

export function differences({ what, rows, by, expected, otherwise }: Comparison): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const key = by.map((column) => row[column] ?? '').join('|');
    seen.add(key);
    const wanted = expected.get(key) ?? otherwise;
    if (wanted === null) found.push(`${what}, ${key}: published, and nobody said it`);
    else found.push(...cellDifferences(`${what}, ${key}`, row, wanted));
  }
  for (const [key, wanted] of expected)
    if (!seen.has(key))
      found.push(`${what}, ${key}: ${JSON.stringify(wanted)} was said and is not published`);
  return found;
}

export function same(what: string, published: unknown, said: unknown): string[] {
  const [one, other] = [JSON.stringify(published), JSON.stringify(said)];
  return one === other ? [] : [`${what}: published ${one}, counted ${other}`];
}

function cellDifferences(what: string, row: Cells, wanted: Expected): string[] {
  return Object.entries(wanted).flatMap(([column, value]) => {
    const cell = row[column];
    const isSame =
      typeof value === 'number'
        ? cell !== '' && Math.abs(Number(cell) - value) < NEAR
        : cell === (value ?? '');
    return isSame ? [] : [`${what}: ${column} is ${cell ?? 'no column'}, counted ${String(value)}`];
  });
}
