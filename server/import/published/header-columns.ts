/** Columns of a published table by their names, whatever their order and however the header is broken into lines. */
import type { ImportColumn } from '../preview.ts';
import { headerText } from '../source-profile.ts';

export function headerKey(cell: string): string {
  return headerText(cell).toLowerCase();
}

/** Places of the named columns; null where one of the required ones is missing. */
export function placesOf<Name extends string>(
  cells: readonly string[],
  required: readonly Name[],
): Record<Name, number> | null {
  const keys = cells.map(headerKey);
  const places = required.map((name) => [name, keys.indexOf(name)] as const);
  if (places.some(([, place]) => place === -1)) return null;
  return Object.fromEntries(places) as Record<Name, number>;
}

export function describeColumns(
  cells: readonly string[],
  meanings: readonly (readonly [place: number, meaning: string])[],
): { columns: ImportColumn[]; ignoredColumns: string[] } {
  const used = new Set(meanings.map(([place]) => place));
  return {
    columns: meanings.map(([place, understood]) => ({
      header: headerText(cells[place] ?? ''),
      measure: null,
      understood,
      unit: null,
      period: null,
    })),
    ignoredColumns: cells
      .filter((_, place) => !used.has(place))
      .map(headerText)
      .filter(Boolean),
  };
}
