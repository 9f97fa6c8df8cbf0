import { describe, expect, test } from 'vitest';
import { unit } from '../../server/lmi/dataset.ts';
import { readWideHeader, wideHeader } from '../../server/import/wide-header.ts';
import { importOf } from './file-of.ts';

const header =
  'occupation_code,title,openings_annual [persons_per_year] 2024-34,employment [thousand_persons] 2024 @ US,education_typical [category] 2024';

describe('the wide table', () => {
  test('each filled cell is one figure, with unit, period and area from the header', async () => {
    const { dataset, preview } = await importOf([
      header,
      '29-1141,Registered nurses,189100,3391.0,"Bachelor\'s degree"',
      '29-2061,LPN,,651.4,',
    ]);
    expect(preview).toMatchObject({ ok: true, rowsKept: 2, observations: 4, areas: ['Colorado', 'US'] });
    expect(dataset?.observations.slice(0, 2)).toMatchObject([
      { measure: 'openings_annual', area: 'Colorado', period: '2024-34', value: 189_100, row: 2 },
      {
        measure: 'employment',
        area: 'US',
        value: 3_391_000,
        raw: '3391.0',
        column: 'employment [thousand_persons] 2024 @ US',
      },
    ]);
  });

  test.each([
    ['base_too_small', { flag: 'base_too_small', value: null }],
    ['N/A', { flag: 'not_available', value: null }],
    ['>=239200', { flag: 'top_coded', value: null, lowerBound: 239_200 }],
    ['0', { flag: null, value: 0 }],
  ])('A5 the cell %j is kept as what it says', async (cell, expected) => {
    const wide = 'occupation_code,title,wage_median_annual [usd_per_year] 2024';
    const { dataset } = await importOf([wide, `29-1141,Registered nurses,${cell}`]);
    expect(dataset?.observations[0]).toMatchObject({ ...expected, raw: cell });
  });

  test('a mark that no flag explains is rejected with the flags that there are', async () => {
    const { preview } = await importOf([header, '29-1141,Registered nurses,**,1,x']);
    expect(preview.rejected[0]).toMatchObject({
      line: 2,
      column: 'openings_annual [persons_per_year] 2024-34',
      text: '**',
    });
    expect(preview.rejected[0]?.reason).toContain('not_available');
  });

  test('a row without figures is rejected, not lost', async () => {
    const { preview } = await importOf([header, '29-1141,Registered nurses,1,1,x', '29-2061,LPN,,,']);
    expect(preview.rejected).toMatchObject([{ line: 3, reason: 'the row holds no figure' }]);
  });

  test.each([
    ['occupation_code,title,employment 2024', 'does not say its unit'],
    ['occupation_code,title,employment [percent] 2024', 'the unit of employment is persons'],
    ['occupation_code,title,employment [persons]', 'do not say their period'],
    ['occupation_code,employment [persons] 2024', 'columns are missing: title'],
    ['occupation_code,title,remarks', 'no column with figures'],
  ])('the header %j is refused with the reason', async (wrong, words) => {
    const { preview } = await importOf([wrong, '29-1141,a,b']);
    expect(preview.problems[0]).toContain(words);
  });

  test('period and area may have columns of their own', async () => {
    const { dataset } = await importOf([
      'occupation_code,title,area,period,employment [persons]',
      '29-1141,RN,Denver,2025,7',
    ]);
    expect(dataset?.observations[0]).toMatchObject({ area: 'Denver', period: '2025', value: 7 });
  });
});

test('a header that is written is read as what it was', () => {
  expect(readWideHeader(wideHeader('openings_annual', 'persons_per_year', '2024-34', 'US'))).toEqual({
    measure: 'openings_annual',
    unit: unit.enum.persons_per_year,
    declaredUnit: 'persons_per_year',
    shift: 0,
    period: '2024-34',
    area: 'US',
  });
  expect(readWideHeader('remarks')).toBeNull();
});
