import { expect, test } from 'vitest';
import { agreementWords } from '../../src/lib/ui/results/agreement-words.ts';
import { nearestFrequency } from '../../src/lib/ui/results/frequency-mean.ts';
import { percent } from '../../src/lib/ui/results/percent.ts';

test("Kendall's W in words", () => {
  expect([null, 0.1, 0.31, 0.5, 0.74, 0.95].map(agreementWords)).toEqual([
    'too few orders to compare',
    'hardly any agreement',
    'weak agreement',
    'moderate agreement',
    'strong agreement',
    'very strong agreement',
  ]);
});

test('V2 a share under a threshold never reads as having reached it', () => {
  expect([0, 0.001, 0.29, 0.7499, 0.75, 0.999, 1].map(percent)).toEqual([
    '0 %',
    '1 %',
    '29 %',
    '74 %',
    '75 %',
    '99 %',
    '100 %',
  ]);
});

test('a mean of frequencies has its nearest word', () => {
  expect([0, 0.6, 2.4, 3].map(nearestFrequency)).toEqual(['rarely', 'sometimes', 'often', 'almost_always']);
});
