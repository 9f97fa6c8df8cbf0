import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, takeIn } from '../../server/services/document-parts.ts';
import { largeEdition } from '../explore/large-edition.ts';

function together(document: object): { whole: Record<string, unknown>; parts: number; largest: number } {
  const whole: Record<string, unknown> = {};
  let [parts, largest] = [0, 0];
  for (const part of partsOf(document)) {
    parts += 1;
    largest = Math.max(largest, JSON.stringify(part).length);
    takeIn(whole, part);
  }
  return { whole, parts, largest };
}

test('whatever is taken apart is the same again, in its order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
      // A field of this name cannot stand in what was parsed and checked.
      fc.pre(!JSON.stringify(document).includes('__proto__'));
      expect(JSON.stringify(together(document).whole)).toBe(JSON.stringify(document));
    }),
  );
});

test('a long revision and its dataset come in many parts, none of them large', () => {
  const { revision, dataset } = largeEdition(120, 20, 4);
  for (const document of [revision, dataset]) {
    const { whole, parts, largest } = together(document);
    expect(JSON.stringify(whole)).toBe(JSON.stringify(document));
    expect(parts).toBeGreaterThan(5);
    expect(largest).toBeLessThan(200_000);
  }
});
