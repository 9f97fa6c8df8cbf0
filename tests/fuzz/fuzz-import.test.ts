import { describe, expect, test } from 'vitest';
import { fuzzImport, read } from './fuzz-import.ts';
import { seeds } from './seeds.ts';

describe('a small file in each published layout', () => {
  test.each(seeds.map((seed) => [seed.name, seed] as const))(
    '%s is recognised by what it holds',
    async (_name, seed) => {
      const { preview, dataset } = await read(seed, seed.bytes);
      expect(preview.problems).toEqual([]);
      expect(preview.profile?.id).toBe(seed.profile);
      expect(dataset).not.toBeNull();
    },
  );
});

test('2,000 damaged files: no crash, none over 5 s, no half-saved release', async () => {
  const report = await fuzzImport(2_000, 20261125);
  expect(report.crashes).toEqual([]);
  expect(report.slow).toEqual([]);
  expect(report.halfSaved).toEqual([]);
  // The damage reaches both ends: much is refused, and much is still read.
  expect(report.refused).toBeGreaterThan(200);
  expect(report.accepted).toBeGreaterThan(200);
}, 120_000);
