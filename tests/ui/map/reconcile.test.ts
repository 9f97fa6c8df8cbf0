import { expect, test } from 'vitest';
import { reconcile, type Drawn } from '../../../src/lib/ui/map/reconcile.ts';

const node = (id: string, x: number): Drawn => ({ id, position: { x, y: 0 }, data: { label: id } });

test('E4 a remote change leaves the dragged step under the hand', () => {
  const held = { ...node('a', 5), dragging: true };
  const after = reconcile([held, node('b', 1)], [node('a', 99), node('b', 2)], 'a');
  expect(after[0]).toBe(held);
  expect(after[1]?.position.x).toBe(2);
});

test('E4 what is on the page keeps its order, so that focus stays; new steps come last', () => {
  const after = reconcile([node('b', 1), node('a', 2)], [node('a', 2), node('c', 0), node('b', 1)], null);
  expect(after.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('what has not changed is the same object, and what was removed is gone', () => {
  const a = node('a', 1);
  expect(reconcile([a, node('b', 1)], [node('a', 1)], null)).toEqual([a]);
  expect(reconcile([a], [node('a', 1)], null)[0]).toBe(a);
});

test('once the hand has let go, the room has the last word', () => {
  expect(reconcile([node('a', 5)], [node('a', 99)], null)[0]?.position.x).toBe(99);
});
