import { describe, expect, test } from 'vitest';
import { Replica } from '../../src/lib/room/replica.ts';
import type { Delta } from '../../src/lib/protocol/delivery.ts';

const snapshot = { audience: 'shared', epoch: 'a', seq: 4, view: { turnout: 1, names: ['x'] } } as const;
const delta = (more: Partial<Delta>): Delta => ({
  audience: 'shared',
  epoch: 'a',
  seq: 5,
  patch: [{ op: 'replace', path: '/turnout', value: 2 }],
  ...more,
});

function replica(): Replica {
  const made = new Replica();
  made.take(snapshot);
  return made;
}

describe('a view in the browser', () => {
  test('takes the next number, and replaces the view without changing the old one', () => {
    const made = replica();
    const before = made.view;
    expect(made.apply(delta({}))).toBe('applied');
    expect(made.view).toEqual({ turnout: 2, names: ['x'] });
    expect(before).toEqual(snapshot.view);
    expect(made.apply(delta({ seq: 6, patch: [{ op: 'remove', path: '/names/0' }] }))).toBe('applied');
    expect(made.view).toEqual({ turnout: 2, names: [] });
  });

  test.each([
    ['a number left out', delta({ seq: 6 }), 'gap'],
    ['another epoch', delta({ epoch: 'b' }), 'gap'],
    ['a patch that does not fit', delta({ patch: [{ op: 'remove', path: '/nothing/3' }] }), 'gap'],
    ['a number seen already', delta({ seq: 4 }), 'old'],
  ] as const)('%s changes nothing', (_name, given, outcome) => {
    const made = replica();
    expect(made.apply(given)).toBe(outcome);
    expect(made.view).toEqual(snapshot.view);
  });

  test('stays where it is when a whole view comes that was overtaken on the way', () => {
    const made = replica();
    made.apply(delta({}));
    made.take(snapshot);
    expect(made.view).toEqual({ turnout: 2, names: ['x'] });
    expect(made.apply(delta({ seq: 6, patch: [{ op: 'remove', path: '/names/0' }] }))).toBe('applied');
  });

  test('takes a whole view of another epoch, whatever its number', () => {
    const made = replica();
    made.take({ ...snapshot, epoch: 'b', seq: 1, view: { turnout: 0, names: [] } });
    expect(made.view).toEqual({ turnout: 0, names: [] });
  });

  test('has nothing to stand on before the first snapshot', () => {
    expect(new Replica().apply(delta({ seq: 1 }))).toBe('gap');
  });
});
