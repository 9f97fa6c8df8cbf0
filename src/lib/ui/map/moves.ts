/** U2: a drag, a button and a key that mean the same make the same change. */
import type { MapChange, TransitionKind } from '#lib/protocol/map-change.ts';
import type { StepView } from '#lib/protocol/views/content.ts';
import { freeCell, inBounds, type Cell, type Cells } from './cell.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';
const BY: Record<Direction, Cell> = {
  left: { level: -1, row: 0 },
  right: { level: 1, row: 0 },
  up: { level: 0, row: -1 },
  down: { level: 0, row: 1 },
};
const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
export const directionOf = (key: string): Direction | null => KEYS[key] ?? null;

/** The change that puts a step into a cell, or beside it where it is taken; null where it would stay where it is. */
export function placing(step: StepView, wished: Cell, cells: Cells): MapChange | null {
  const level = step.side === 'focus' ? 0 : wished.level;
  const cell = freeCell({ level, row: wished.row }, cells, step.id);
  const now = cells.get(step.id);
  if (now && now.level === cell.level && now.row === cell.row) return null;
  return { type: 'step.place', step: step.id, ...cell };
}

/** One place in a direction; up and down pass over rows that are taken. */
export function moving(step: StepView, direction: Direction, cells: Cells): MapChange | null {
  const now = cells.get(step.id) ?? { level: step.level, row: step.row };
  const by = BY[direction];
  if (by.level !== 0) return placing(step, { level: now.level + by.level, row: now.row }, cells);
  const others = [...cells].filter(([id, cell]) => id !== step.id && cell.level === now.level);
  const taken = new Set(others.map(([, cell]) => cell.row));
  let row = now.row + by.row;
  while (taken.has(row)) row += by.row;
  return row < 0 ? null : placing(step, inBounds({ level: now.level, row }), cells);
}

/** What a line between two steps most likely is; the panel changes it. */
export function likelyKind(from: Cell | undefined, to: Cell | undefined): TransitionKind {
  if (!from || !to || from.level === to.level) return 'lateral';
  if (to.level < from.level) return 'exit';
  return to.level <= 0 ? 'entry' : 'advance';
}
