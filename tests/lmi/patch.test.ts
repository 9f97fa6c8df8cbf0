import fc from 'fast-check';
import { immutableJSONPatch } from 'immutable-json-patch';
import { describe, expect, test } from 'vitest';
import { patchBetween, patchDocument } from '../../server/lmi/patch.ts';
import type { PatchDocument } from '../../server/lmi/patch.ts';
import { firstRevision } from './revision-fixture.ts';

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c/d', 'e~f', '~1', '/', '', '0', '29-1141|US'),
  // The library takes a last `-` for the end of a list in objects too, against RFC 6902; no id of ours is `-`.
  fc.string({ maxLength: 4 }).filter((name) => name !== '__proto__' && name !== '-'),
);
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
);
const { tree } = fc.letrec<{ tree: unknown; object: Record<string, unknown> }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, tie('object')),
  object: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
}));
const object = fc.dictionary(key, tree, { maxKeys: 4, noNullPrototype: true });

const apply = (base: unknown, patch: PatchDocument) => immutableJSONPatch(base, patch);

describe('the patch from base to revision', () => {
  test('A3 applied to its base it gives the revision', () => {
    fc.assert(
      fc.property(object, object, (base, next) => {
        expect(apply(base, patchBetween(base, next))).toEqual(next);
      }),
    );
  });

  test('A3 all its tests lead', () => {
    fc.assert(
      fc.property(object, object, (base, next) => {
        const ops = patchBetween(base, next).map(({ op }) => op);
        expect(ops).toEqual(ops.toSorted((a, b) => Number(b === 'test') - Number(a === 'test')));
      }),
    );
  });

  test('A3 a state and its revision: the patch applies, and parses as RFC 6902', () => {
    const { baseState, state, patches } = firstRevision();
    const patch = patchDocument.parse(patches['state']);
    expect(apply(baseState, patch)).toEqual(state);
    expect(patch[0]).toEqual({ op: 'test', path: '/dataset', value: 'dataset-test' });
  });

  test('A3 on a base that moved it fails at its tests and changes nothing', () => {
    const { baseState, patches } = firstRevision();
    const moved = structuredClone(baseState);
    moved.occupations['49-9021']!.figures['49-9021|US|openings_annual|2024-34|ep']!.published = '50000';
    const before = structuredClone(moved);
    expect(() => apply(moved, patches['state']!)).toThrow(/test/i);
    expect(moved).toEqual(before);
    expect(() => apply({ ...baseState, revision: 4 }, patches['state']!)).toThrow(/test/i);
  });

  test('A3 what somebody else added in the same place is not overwritten', () => {
    const base = { steps: { pathway: { a: 1 } } };
    const patch = patchBetween(base, { steps: { pathway: { a: 1, b: 2 } } });
    expect(() => apply({ steps: { pathway: { a: 1, b: 3 } } }, patch)).toThrow(/test/i);
  });
});
