import { expect, test } from 'vitest';
import { hasNoPlaces, initialCells } from '../../../src/lib/ui/map/initial-cells.ts';
import { HVAC_PATHWAY } from '../../fixtures/views/pathway.ts';

const unplaced = {
  ...HVAC_PATHWAY,
  steps: HVAC_PATHWAY.steps.map((step) => ({ ...step, level: 0, row: 0 })),
};

test('steps without places are ranked by their transitions, the occupation in the middle', () => {
  expect(hasNoPlaces(unplaced)).toBe(true);
  const cells = initialCells(unplaced);
  expect(cells.get('hvac')?.level).toBe(0);
  for (const { from, to } of unplaced.transitions) {
    expect(cells.get(from)?.level).toBeLessThan(cells.get(to)?.level ?? -99);
  }
  const taken = [...cells.values()].map(({ level, row }) => `${level}/${row}`);
  expect(new Set(taken).size).toBe(unplaced.steps.length);
});

test('a map with places is left as the room drew it', () => {
  expect(hasNoPlaces(HVAC_PATHWAY)).toBe(false);
});
