import { expect, test } from 'vitest';
import { failuresOf } from './gates.ts';

test('B1 B3 B4 B5 B6 a ratio, a count or a size over its bar fails the bench by name, what was not measured does not', () => {
  expect(failuresOf({})).toEqual([]);
  expect(failuresOf({ cpuRatio: 2, groupCommitGain: 5, downstreamBytesPerPhone: 200_000 })).toEqual([]);
  expect(failuresOf({ cpuRatio: 2.1, groupCommitGain: 4.9 })).toEqual([
    'B1 cpuRatio is 2.1; it may be at most 2.',
    'B3 groupCommitGain is 4.9; it may be at least 5.',
  ]);
  expect(failuresOf({ rooms40: { p50: 1, p95: 2, lost: 1, commands: 100 } })).toHaveLength(1);
  expect(failuresOf({ cpuRatio: Number.NaN })).toHaveLength(1);
});
