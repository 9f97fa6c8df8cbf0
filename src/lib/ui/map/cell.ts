/** Where steps stand: a cell is a level (column, left to right, the occupation at 0) and a row. */
import type { PathwayView } from '#lib/protocol/views/content.ts';

export interface Cell {
  level: number;
  row: number;
}
export type Cells = ReadonlyMap<string, Cell>;

type Placed = Pick<PathwayView['steps'][number], 'id' | 'level' | 'row'>;

const LEVELS = 20;
const ROWS = 40;
const key = ({ level, row }: Cell): string => `${level}/${row}`;

/** Two steps put in one cell by two hands are both shown: the later one stands in the next free row. */
export function cellsOf(steps: readonly Placed[], moved: Cells = new Map()): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const taken = new Set<string>();
  const inOrder = [...steps].sort((a, b) => a.level - b.level || a.row - b.row || a.id.localeCompare(b.id));
  for (const step of inOrder) {
    const cell = { ...(moved.get(step.id) ?? { level: step.level, row: step.row }) };
    while (taken.has(key(cell))) cell.row += 1;
    taken.add(key(cell));
    cells.set(step.id, cell);
  }
  return cells;
}

export const inBounds = ({ level, row }: Cell): Cell => ({
  level: Math.min(LEVELS, Math.max(-LEVELS, level)),
  row: Math.min(ROWS, Math.max(0, row)),
});

/** The free cell of a level nearest to the wished row; the mover's own cell counts as free. */
export function freeCell(wished: Cell, cells: Cells, mover: string | null = null): Cell {
  const { level, row } = inBounds(wished);
  const taken = new Set([...cells].filter(([id]) => id !== mover).map(([, cell]) => key(cell)));
  for (let away = 0; away <= ROWS; away += 1) {
    for (const at of [row + away, row - away]) {
      if (at >= 0 && at <= ROWS && !taken.has(key({ level, row: at }))) return { level, row: at };
    }
  }
  return { level, row };
}
