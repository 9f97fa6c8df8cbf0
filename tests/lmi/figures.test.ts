import { describe, expect, test } from 'vitest';
import { flag, measure } from '../../server/lmi/dataset.ts';
import type { Measure } from '../../server/lmi/dataset.ts';
import { formatFigure } from '../../server/lmi/figures.ts';
import type { Figure } from '../../server/lmi/figures.ts';
import { flagMeanings } from '../../server/lmi/flags.ts';
import { isMarkable, measures } from '../../server/lmi/measures.ts';

function figure(parts: Partial<Figure>): Figure {
  return { unit: 'persons', value: null, text: null, flag: null, lowerBound: null, ...parts };
}

describe('a figure in words', () => {
  test.each<[Partial<Figure>, string]>([
    [{ value: 189_100, unit: 'persons_per_year' }, '189,100 a year'],
    [{ value: 3_391_000 }, '3,391,000'],
    [{ value: -14_400 }, '-14,400'],
    [{ value: 4.6, unit: 'percent' }, '4.6 %'],
    [{ value: 0, unit: 'percent' }, '0 %'],
    [{ value: 93_600, unit: 'usd_per_year' }, '$93,600 a year'],
    [{ flag: 'top_coded', lowerBound: 239_200, unit: 'usd_per_year' }, 'at least $239,200 a year'],
    [{ text: "Bachelor's degree", unit: 'category' }, "Bachelor's degree"],
    [{ value: 3, unit: 'job_zone' }, 'zone 3'],
    [{ flag: 'not_available' }, 'not available'],
    [{}, 'not available'],
  ])('%j reads %j', (parts, words) => {
    expect(formatFigure(figure(parts))).toBe(words);
  });

  test.each(flag.options.filter((name) => name !== 'below_half_percent'))(
    'the flag %s never shows a number that stands beside it by mistake',
    (name) => {
      expect(formatFigure(figure({ flag: name, value: 123_456 }))).not.toContain('123');
    },
  );
});

test('C1 no wage is put to employers, and all else but marks and error margins is', () => {
  const isWage = (name: Measure) => measures[name].group === 'wage';
  const unmarked = measure.options.filter((name) => !isMarkable(name));
  expect(measure.options.filter((name) => isWage(name) && isMarkable(name))).toEqual([]);
  expect(unmarked.filter((name) => !isWage(name))).toEqual(['in_demand', 'employment_wage_salary_rse']);
  expect(measure.options.filter((name) => measures[name].unit.startsWith('usd_') && !isWage(name))).toEqual(
    [],
  );
});

test('every flag says why in a sentence', () => {
  for (const name of flag.options) expect(flagMeanings[name].sentence).toMatch(/^[A-Z].+\.$/);
});
