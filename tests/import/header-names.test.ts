import { expect, test } from 'vitest';
import { headerColumns, inYears, yearsIn } from '../../server/import/mapped/header-names.ts';

const line = (...cells: string[]) => ({ line: 1, cells });

test('a key leaves years open, and two alike are told apart by their order', () => {
  const columns = headerColumns([line('Code', '', 'Jobs 2022', 'Jobs\n2032', 'Openings 2022–32[1]')]);
  expect(columns.map(({ name, key }) => [name, key])).toEqual([
    ['Code', 'code'],
    ['Column B', 'column b'],
    ['Jobs 2022', 'jobs ####'],
    ['Jobs 2032', 'jobs #### (2)'],
    ['Openings 2022-32', 'openings ####-##'],
  ]);
});

test('a cell over several columns stands over each of them, one over a single column only there', () => {
  const columns = headerColumns([line('Code', 'Jobs', '', 'Wage'), line('', '2022', '2032', '')]);
  expect(columns.map(({ name }) => name)).toEqual(['Code', 'Jobs 2022', 'Jobs 2032', 'Wage']);
});

test('years of a text: a span is two, a month one', () => {
  expect(yearsIn('2022–32 projections, of May 2022')).toEqual(['2022', '2032']);
  expect(yearsIn('as of 2024-05, in state_M2024_dl')).toEqual(['2024']);
});

test('a period moves with the years of the file, and not at all where one of its years is unknown', () => {
  const years = new Map([
    ['2022', '2024'],
    ['2032', '2034'],
  ]);
  expect(['2022', '2022-32', 'May 2022'].map((period) => inYears(period, years))).toEqual([
    '2024',
    '2024-34',
    'May 2024',
  ]);
  expect(inYears('2021', years)).toBeNull();
  expect(inYears('2021-31', years)).toBeNull();
  expect(inYears('2022', new Map())).toBeNull();
});
