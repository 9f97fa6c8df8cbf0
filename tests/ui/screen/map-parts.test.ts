import { describe, expect, it } from 'vitest';
import type { PathwayView, StepView } from '#lib/protocol/views/content.ts';
import { mapParts } from '#lib/ui/screen/map-parts.ts';

const step = (level: number, row = 0, side: StepView['side'] = level < 0 ? 'into' : 'out'): StepView => ({
  id: `${level}/${row}`,
  kind: 'occupation',
  label: `Step ${level}`,
  code: null,
  side,
  level,
  row,
  verdict: null,
  isNew: false,
});
const link = (from: number, to: number): PathwayView['transitions'][number] => ({
  id: `${from}>${to}`,
  from: `${from}/0`,
  to: `${to}/0`,
  kind: 'advance',
  months: null,
  verdict: null,
  isNew: false,
});
const chain = (first: number, last: number): PathwayView => {
  const levels = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return {
    occupation: 'o',
    title: 'Electricians',
    steps: levels.map((level) => step(level, 0, level === 0 ? 'focus' : undefined)),
    transitions: levels.slice(1).map((level) => link(level - 1, level)),
  };
};
const columnsOf = ({ steps }: PathwayView) => new Set(steps.map(({ level }) => level)).size;

describe('a map too wide for the back of the room', () => {
  it('is one part where it fits', () => {
    expect(mapParts(chain(-3, 3), 7)).toHaveLength(1);
  });

  it('is parted at the occupation, which stands in both parts', () => {
    const parts = mapParts(chain(-6, 4), 7);
    expect(parts.map(({ part, parts: many }) => [part, many])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(parts.map(({ pathway }) => columnsOf(pathway))).toEqual([7, 5]);
    expect(parts.every(({ pathway }) => pathway.steps.some(({ side }) => side === 'focus'))).toBe(true);
  });

  it('shows every step and every transition in some part, however long it is', () => {
    for (const [first, last] of [
      [-12, 3],
      [-1, 15],
      [-20, 20],
    ] as const) {
      const whole = chain(first, last);
      const parts = mapParts(whole, 7);
      expect(parts.every(({ pathway }) => columnsOf(pathway) <= 7)).toBe(true);
      const shown = (of: 'steps' | 'transitions') =>
        new Set(parts.flatMap(({ pathway }) => pathway[of].map(({ id }) => id)));
      expect(shown('steps').size).toBe(whole.steps.length);
      expect(shown('transitions').size).toBe(whole.transitions.length);
    }
  });

  it('leaves out rows and columns in which nothing stands', () => {
    const sparse = { ...chain(-1, 1), steps: [...chain(-1, 1).steps, step(5, 6)] };
    const [only] = mapParts(sparse, 7);
    expect(only?.pathway.steps.at(-1)).toMatchObject({ level: 3, row: 1 });
  });
});
