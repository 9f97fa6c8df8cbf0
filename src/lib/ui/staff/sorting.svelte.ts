type Value = string | number | null;

/** How a table is sorted; rows without a figure stay at the end, whichever way. */
export class Sorting {
  by = $state<string | null>(null);
  isDown = $state(false);

  constructor(by: string | null = null, isDown = false) {
    this.by = by;
    this.isDown = isDown;
  }

  press(by: string): void {
    this.isDown = this.by === by ? !this.isDown : false;
    this.by = by;
  }

  sorted<T>(rows: readonly T[], valueOf: (row: T, by: string) => Value): T[] {
    const { by, isDown } = this;
    if (by === null) return [...rows];
    const way = isDown ? -1 : 1;
    return rows
      .map((row) => ({ row, value: valueOf(row, by) }))
      .sort((a, b) => compare(a.value, b.value, way))
      .map(({ row }) => row);
  }
}

function compare(a: Value, b: Value, way: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return way * (a - b);
  return way * String(a).localeCompare(String(b), 'en', { numeric: true });
}
