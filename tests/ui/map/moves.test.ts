import { describe, expect, test } from 'vitest';
import { cellsOf, freeCell } from '../../../src/lib/ui/map/cell.ts';
import { cellAt, gridFor, positionOf, viewportFor } from '../../../src/lib/ui/map/grid.ts';
import { directionOf, likelyKind, moving, placing } from '../../../src/lib/ui/map/moves.ts';
import { HVAC_PATHWAY } from '../../fixtures/views/pathway.ts';

const cells = cellsOf(HVAC_PATHWAY.steps);
const step = (id: string) => {
  const found = HVAC_PATHWAY.steps.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('moves on the map', () => {
  test('U2 a drag, a button and a key that mean the same make the same change', () => {
    const grid = gridFor({ width: 1800, height: 700 }, 24, cells);
    const right = { level: 0, row: 1 };
    const dragged = placing(step('epa'), cellAt(positionOf(right, grid), grid), cells);
    expect(dragged).toEqual({ type: 'step.place', step: 'epa', level: 0, row: 1 });
    expect(moving(step('epa'), 'right', cells)).toEqual(dragged);
    expect(moving(step('epa'), directionOf('ArrowRight') ?? 'left', cells)).toEqual(dragged);
  });

  test('a step dropped on another stands in the nearest free row', () => {
    expect(placing(step('epa'), { level: -1, row: 0 }, cells)).toBeNull();
    expect(placing(step('lead'), { level: -1, row: 0 }, cells)).toEqual({
      type: 'step.place',
      step: 'lead',
      level: -1,
      row: 2,
    });
  });

  test('up and down pass over rows that are taken, and stop at the top', () => {
    expect(moving(step('cert'), 'down', cells)).toMatchObject({ row: 2 });
    expect(moving(step('cert'), 'up', cells)).toBeNull();
    expect(moving(step('epa'), 'up', cells)).toBeNull();
  });

  test('the occupation itself stays in its own column', () => {
    expect(moving(step('hvac'), 'right', cells)).toBeNull();
    expect(placing(step('hvac'), { level: 3, row: 2 }, cells)).toMatchObject({ level: 0, row: 2 });
  });

  test('two steps put in one cell by two hands are both shown', () => {
    const both = cellsOf([
      { id: 'a', level: 1, row: 0 },
      { id: 'b', level: 1, row: 0 },
    ]);
    expect(both.get('a')).toEqual({ level: 1, row: 0 });
    expect(both.get('b')).toEqual({ level: 1, row: 1 });
  });

  test('no place is outside the map', () => {
    expect(freeCell({ level: 25, row: -3 }, new Map())).toEqual({ level: 20, row: 0 });
  });

  test('what a line most likely is follows from its two ends', () => {
    expect(likelyKind({ level: -2, row: 0 }, { level: 0, row: 0 })).toBe('entry');
    expect(likelyKind({ level: 0, row: 0 }, { level: 1, row: 0 })).toBe('advance');
    expect(likelyKind({ level: 1, row: 0 }, { level: 1, row: 1 })).toBe('lateral');
    expect(likelyKind({ level: 0, row: 0 }, { level: -1, row: 0 })).toBe('exit');
  });
});

describe('the drawn grid', () => {
  test('every cell is found again from where it is drawn', () => {
    for (const box of [
      { width: 1800, height: 640 },
      { width: 560, height: 320 },
    ]) {
      const grid = gridFor(box, 15, cells);
      for (const cell of cells.values()) expect(cellAt(positionOf(cell, grid), grid)).toEqual(cell);
    }
  });

  test('E3 a map of seven columns fits the projector without shrinking its text', () => {
    const grid = gridFor({ width: 1810, height: 560 }, 24.7, cells);
    expect(viewportFor({ width: 1810, height: 560 }, grid, 0.5).zoom).toBe(1);
  });
});
