/**
 * How many rows of `rowEm` fit a box (all of them until it is measured), and the pages a list then takes.
 * Text never shrinks to fit: the list turns pages.
 */
export function rowsThatFit(heightPx: number, fontPx: number, rowEm: number): number {
  if (heightPx <= 0 || fontPx <= 0) return Infinity;
  return Math.max(1, Math.floor((heightPx / fontPx + 0.01) / rowEm));
}

/** Pages as even as can be, so that the last one is not a single row. */
export function pagesOf<T>(rows: readonly T[], perPage: number): T[][] {
  const count = Math.max(1, Math.ceil(rows.length / Math.max(1, perPage)));
  const each = Math.max(1, Math.ceil(rows.length / count));
  return Array.from({ length: count }, (_, page) => rows.slice(page * each, (page + 1) * each));
}
