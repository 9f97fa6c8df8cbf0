import { expect, test } from 'vitest';
import { percentWords } from '../../server/lmi/percent.ts';

test('V2 74.9 % never reads as 75 %, and 29/100 reads as 29 %', () => {
  expect(percentWords(0.749)).toBe('74 %');
  expect(percentWords(0.75)).toBe('75 %');
  expect(percentWords(0.29)).toBe('29 %');
  expect(percentWords(1)).toBe('100 %');
});
