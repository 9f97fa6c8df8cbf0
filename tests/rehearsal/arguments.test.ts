import { expect, test } from 'vitest';
import { rehearsalArguments } from '../../server/rehearsal/arguments.ts';

test('a rehearsal takes its size, its seed and its folder', () => {
  expect(rehearsalArguments(['--employers', '25', '--seed', '4', '--out', 'x', '--json'])).toEqual({
    employers: 25,
    seed: 4,
    out: 'x',
    dataset: null,
    json: true,
  });
});

test.each([
  [['--employers', '4', '--out', 'x'], '--employers takes a whole number from 5 to 40, not “4”.'],
  [['--employers', '41', '--out', 'x'], '--employers takes a whole number from 5 to 40, not “41”.'],
  [['--seed', '1.5', '--out', 'x'], '--seed takes a whole number from 0 to 2147483647, not “1.5”.'],
  [['--seed', '1'], 'Say where the zip and the inputs go: rehearse --out DIR.'],
  [['--loud', '--out', 'x'], "Unknown option '--loud'."],
])('U4 %j is answered with one sentence', (args, sentence) => {
  expect(() => rehearsalArguments(args)).toThrow(sentence);
});
