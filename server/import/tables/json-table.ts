/** A list of flat records in JSON, as open data pages give it: the keys of the first are the header. */
import { importLimits } from '../limits.ts';
import type { ImportTable, Opening } from './import-table.ts';

export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]\s*(["{[\]}]|$)/.test(text.slice(0, 500));
}

export function openJson(text: string, encoding: string): Opening {
  const records = recordsOf(text);
  const [first] = records ?? [];
  if (records === null || first === undefined)
    return {
      ok: false,
      problem:
        'This is JSON, and not a list of records that are all alike. Choose the table as CSV or Excel.',
    };
  const header = Object.keys(first);
  const rows = [header, ...records.map((record) => header.map((name) => textOf(record[name])))];
  const lines = rows.map((cells, place) => ({ line: place + 1, cells }));
  const table: ImportTable = {
    name: null,
    delimiter: null,
    first: lines.slice(0, importLimits.headerWithin),
    records: () => inTurns(lines),
  };
  return { ok: true, encoding, tables: [table], words: '' };
}

function recordsOf(text: string): Record<string, unknown>[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isRecord) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

async function* inTurns<T>(items: readonly T[]) {
  for (const [place, item] of items.entries()) {
    yield item;
    if (place % 1_000 === 999) await new Promise((resolve) => setImmediate(resolve));
  }
}
