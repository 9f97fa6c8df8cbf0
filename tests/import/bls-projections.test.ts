import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blsHeader, blsRow, importOf } from './file-of.ts';

const published = new URL('../../../shared/data/bls_employment_projections_2024-34.csv', import.meta.url);

describe('one row as BLS publishes it', () => {
  test('A5 thousands become persons exactly, and the cell is kept as it was', async () => {
    const { dataset, preview } = await importOf([blsHeader, blsRow()]);
    expect(preview.problems).toEqual([]);
    const figures = Object.fromEntries(
      (dataset?.observations ?? []).map((figure) => [figure.measure, figure]),
    );
    expect(figures['openings_annual']).toEqual({
      id: '29-1141|US|openings_annual|2024-34|bls-ep-2024-34',
      occupation: '29-1141',
      area: 'US',
      measure: 'openings_annual',
      period: '2024-34',
      unit: 'persons_per_year',
      value: 189_100,
      text: null,
      flag: null,
      lowerBound: null,
      raw: '189.1',
      source: 'bls-ep-2024-34',
      row: 2,
      column: 'Occupational Openings, 2024-2034 Annual Average',
    });
    expect(figures['employment']).toMatchObject({ value: 3_391_000, period: '2024', raw: '3,391.0' });
    expect(figures['employment_projected']).toMatchObject({ value: 3_557_100, period: '2034' });
    expect(figures['employment_change_percent']).toMatchObject({ value: 4.9, unit: 'percent' });
    expect(figures['education_typical']).toMatchObject({ value: null, text: "Bachelor's degree" });
    expect(dataset?.sources[0]).toMatchObject({ release: '2024-34', file: 'table.csv' });
  });

  test('the title ends where the aliases begin', async () => {
    const { dataset } = await importOf([blsHeader, blsRow()]);
    expect(dataset?.occupations).toEqual([
      {
        code: '29-1141',
        system: 'SOC2018',
        level: 'detailed',
        title: 'Registered nurses',
        aliases: ['RN', 'Staff Nurse'],
      },
    ]);
  });

  test.each([
    ['N/A', 'not_available', null],
    ['\u2014', 'not_available', null],
    ['>=239,200', 'top_coded', 239_200],
  ])('A5 a wage of %j is the flag %s and no value', async (wage, flag, lowerBound) => {
    const { dataset } = await importOf([blsHeader, blsRow({ wage })]);
    const figure = dataset?.observations.find((one) => one.measure === 'wage_median_annual');
    expect(figure).toMatchObject({ value: null, flag, lowerBound, raw: wage });
  });

  test('a hybrid code is accepted as one', async () => {
    const { dataset } = await importOf([
      blsHeader,
      blsRow({ code: '="31-1120"', title: 'Home health and personal care aides' }),
    ]);
    expect(dataset?.occupations[0]).toMatchObject({ code: '31-1120', level: 'bls_hybrid' });
  });

  test('a figure that cannot be read is rejected alone, with line and column', async () => {
    const { preview } = await importOf([blsHeader, blsRow({ employment: '3.391,0' })]);
    expect(preview).toMatchObject({ ok: true, rowsKept: 1, observations: 8 });
    expect(preview.rejected).toEqual([
      {
        line: 2,
        column: 'Employment 2024',
        reason: 'the number is written in another locale; use a decimal point',
        text: '3.391,0',
      },
    ]);
  });

  test('a title row above the header and footnotes below the figures are no rows', async () => {
    const { preview } = await importOf([
      'Table 1.2',
      '',
      blsHeader,
      blsRow(),
      '',
      '"Note: numbers may not add up, because of rounding."',
    ]);
    expect(preview).toMatchObject({ ok: true, rowsRead: 1, rowsKept: 1 });
    expect(preview.skipped.map(({ line }) => line)).toEqual([1, 6]);
    expect(preview.firstRows[0]?.line).toBe(4);
  });

  test('the periods come from the header, so that the next release imports too', async () => {
    const header = blsHeader.replaceAll('2034', '2035').replaceAll('2024', '2025');
    const { dataset, preview } = await importOf([header, blsRow()]);
    expect(preview.periods).toEqual(['2025', '2025-35', '2035']);
    expect(dataset?.sources[0]?.id).toBe('bls-ep-2025-35');
  });
});

describe('rows that are not kept', () => {
  test('the same occupation twice: the second is rejected and names the first line', async () => {
    const { preview } = await importOf([blsHeader, blsRow(), blsRow()]);
    expect(preview).toMatchObject({ rowsRead: 2, rowsKept: 1, rowsRejected: 1 });
    expect(preview.rejected[0]).toMatchObject({ line: 3, reason: 'the same figures stand on line 2' });
  });

  test('an unknown code is reported with the nearest match, never dropped in silence', async () => {
    const { preview } = await importOf([
      blsHeader,
      blsRow(),
      blsRow({ code: '="31-1014"', title: 'Nursing Assistants' }),
    ]);
    expect(preview.unknownCodes).toEqual([
      {
        line: 3,
        code: '31-1014',
        title: 'Nursing Assistants',
        suggestion: { code: '31-1131', title: 'Nursing Assistants' },
      },
    ]);
    expect(preview).toMatchObject({ rowsKept: 1, rowsRejected: 1 });
  });

  test.each([
    ['Nov-13', 'spreadsheet'],
    ['291141', 'probably 29-1141 Registered Nurses'],
    ['29-1000', 'a group of occupations'],
  ])('the code %j is rejected with its reason', async (code, words) => {
    const { preview } = await importOf([blsHeader, blsRow(), blsRow({ code })]);
    expect(preview.rejected[0]?.line).toBe(3);
    expect(preview.rejected[0]?.reason).toContain(words);
  });

  test('a ragged row is rejected with both counts', async () => {
    const { preview } = await importOf([blsHeader, blsRow(), '"Actors","=""27-2011""","57.0"']);
    expect(preview.rejected[0]).toMatchObject({ line: 3, reason: 'the row has 3 cells, the header has 14' });
  });

  test('every row read is kept or rejected', async () => {
    const { preview } = await importOf([blsHeader, blsRow(), blsRow(), blsRow({ code: 'x' }), 'a,b', '']);
    expect(preview.rowsKept + preview.rowsRejected).toBe(preview.rowsRead);
    expect(preview.rowsRead).toBe(4);
  });
});

describe.skipIf(!existsSync(published))('the published file of 832 rows (needs ../shared/data)', () => {
  test('B8 it imports unchanged within a second, with 6 figures not available and 17 lower bounds', async () => {
    const before = process.cpuUsage();
    const { preview } = await importOf(readFileSync(published));
    const used = process.cpuUsage(before);
    expect(preview).toMatchObject({
      ok: true,
      rowsRead: 832,
      rowsKept: 832,
      rejectedCount: 0,
      unknownCodesCount: 0,
      occupations: 832,
    });
    expect(preview.observations).toBe(832 * 9);
    expect(preview.flags).toMatchObject({ not_available: 6, top_coded: 17 });
    expect(Object.values(preview.flags).reduce((sum, count) => sum + count, 0)).toBe(23);
    // Processor time, not the clock: a busy machine is no slower import.
    expect((used.user + used.system) / 1_000_000).toBeLessThan(1);
  });

  test('A5 codes stay text and every value is the printed one moved by three places', async () => {
    const { dataset } = await importOf(readFileSync(published));
    expect(dataset?.occupations.filter(({ level }) => level === 'bls_hybrid')).toHaveLength(12);
    expect(dataset?.occupations.every(({ code }) => /^\d\d-\d{4}$/.test(code))).toBe(true);
    expect(dataset?.occupations.filter(({ title }) => title.includes('*') || title !== title.trim())).toEqual(
      [],
    );
    const counted = (dataset?.observations ?? []).filter(({ unit }) => unit.startsWith('persons'));
    expect(counted).toHaveLength(832 * 4);
    for (const { value, raw } of counted)
      expect(value).toBe(Math.round(Number(raw.replaceAll(',', '')) * 10) * 100);
  });
});
