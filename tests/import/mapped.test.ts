import { describe, expect, test } from 'vitest';
import { importFile } from '../../server/import/import-file.ts';
import { mappedProfile } from '../../server/import/mapped/mapped-profile.ts';
import { guessCase } from '../../server/import/mapped/guess-columns.ts';
import { guessedFields } from '../../server/import/mapped/guessed-fields.ts';
import type { Fields } from '../../server/import/mapped/guessed-fields.ts';
import { fieldsOf } from '../../server/import/mapped/fields-of-mapping.ts';
import { mappingFrom } from '../../server/import/mapped/mapping-from-fields.ts';
import { mapping as mappingSchema } from '../../server/import/mapped/mapping.ts';
import type { ImportProfile } from '../../server/import/mapped/mapping.ts';
import { sourceProfiles } from '../../server/import/profiles.ts';
import { readWorkbook } from '../../server/import/tables/workbook.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { mappedBy, stateProfile, tableOf } from './mapped-by.ts';
import { stateWorkbook } from './state-workbook.ts';

const csv = (...lines: string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);

function reading(bytes: Uint8Array, fileName: string, profile: ImportProfile, answers: Fields = {}) {
  const options = { area: 'Example', now: 0, codeList: loadCodeList(), answers, readWorkbook };
  return importFile(bytes, fileName, { ...options, profiles: [mappedProfile(profile), ...sourceProfiles] });
}

describe('a state’s workbook with title rows, a merged header of two lines, rich text, footnotes', () => {
  test('its header is found, its columns named over both lines, and what they hold is guessed', async () => {
    const { look } = await tableOf(stateWorkbook());
    expect({ line: look.line, lines: look.lines }).toEqual({ line: 5, lines: 2 });
    expect(look.columns.map(({ name }) => name)).toEqual([
      'SOC Code',
      'Occupational Title',
      'Level',
      'Employment 2022',
      'Employment 2032',
      'Employment Change Percent-age Change',
      'Employment Change Total Job Openings',
      'Median Annual Wage',
    ]);
    const fields = guessedFields(look, 'state.xlsx');
    expect(
      [0, 1, 2, 3, 4, 5, 6, 7].map((at) => [
        fields[`use-${at}`],
        fields[`scale-${at}`],
        fields[`period-${at}`],
      ]),
    ).toEqual([
      ['code', 'one', ''],
      ['title', 'one', ''],
      ['', 'one', ''],
      ['employment', 'thousands', '2022'],
      ['employment_projected', 'thousands', '2032'],
      ['employment_change_percent', 'share', '2022-32'],
      ['openings_total', 'thousands', '2022-32'],
      ['wage_median_annual', 'one', ''],
    ]);
    expect(look.columns[2]?.values).toEqual(['Major', 'Detailed']);
  });

  test('A5 thousands, shares, a zero that is none, a lower bound: each figure with its cell, row and column', async () => {
    const bytes = stateWorkbook();
    const profile = await stateProfile('2023');
    const { preview, dataset } = await reading(bytes, 'state.xlsx', profile);
    expect(preview.problems).toEqual([]);
    expect(preview).toMatchObject({
      rowsRead: 6,
      rowsKept: 3,
      rowsRejected: 1,
      rowsLeftOut: 2,
      unknownCodesCount: 1,
    });
    expect(preview.leftOut.map(({ reason }) => reason)).toEqual([
      'Level is not Detailed',
      'one cell is filled: a heading or a remark',
    ]);
    const nurses = dataset?.observations.filter(({ occupation }) => occupation === '29-1141');
    expect(
      nurses?.map(({ measure, value, flag, period, row }) => [measure, value, flag, period, row]),
    ).toEqual([
      ['employment', 189_100, null, '2022', 7],
      ['employment_projected', 200_000, null, '2032', 7],
      ['employment_change_percent', 5.8, null, '2022-32', 7],
      ['openings_total', 92_500, null, '2022-32', 7],
      ['wage_median_annual', null, 'wage_not_available', '2023', 7],
    ]);
    const wages = dataset?.observations.filter(({ measure }) => measure === 'wage_median_annual');
    expect(wages?.map(({ lowerBound, raw }) => [lowerBound, raw])).toContainEqual([239_200, '>= $239,200']);
    expect(preview.flags).toMatchObject({ not_available: 1, top_coded: 1, wage_not_available: 1 });
    expect(dataset?.sources).toMatchObject([
      { publisher: 'State of Example', release: '2022-32', profile: 'mapped-p-0123456789' },
    ]);
  });

  test('the next release is recognised among all profiles, with its periods moved by its own years', async () => {
    const profile = await stateProfile();
    const next = stateWorkbook('2024', '2034');
    const { preview } = await reading(next, 'download.xlsx', profile);
    expect(preview.questions).toEqual([]);
    expect(preview.periods).toEqual(['2024', '2024-34', '2034']);
  });

  test('a file that names no year is asked about, and answered', async () => {
    const rows = ['Code,Title,Jobs', '29-1141,Registered nurses,5'];
    const first = csv(...rows);
    const profile = await mappedBy(first, 'jobs.csv', { 'period-2': '2022' });
    const later = csv(...rows, '29-1171,Nurse practitioners,7');
    expect((await reading(first, 'again.csv', profile)).preview.questions).toEqual([]);
    const asked = await reading(later, 'jobs.csv', profile);
    expect(asked.dataset).toBeNull();
    expect(asked.preview.questions.map(({ id }) => id)).toEqual(['release', 'period 2022']);
    const answers = { release: 'Spring 2024', 'period 2022': '2024' };
    const answered = await reading(later, 'jobs.csv', profile, answers);
    expect(answered.preview).toMatchObject({ ok: true, periods: ['2024'] });
    expect(answered.dataset?.sources[0]?.release).toBe('Spring 2024');
  });

  test('a file that lost a column is told so by name, and another table is not taken for it', async () => {
    const first = csv('Code,Title,Jobs,Median annual wage', '29-1141,Registered nurses,5,90000');
    const profile = await mappedBy(first, 'a.csv', { 'period-2': '2022', 'period-3': '2022' });
    const lost = await reading(csv('Code,Title,Jobs', '29-1141,Registered nurses,5'), 'a.csv', profile);
    expect(lost.preview.problems[0]).toContain('columns are missing: median annual wage');
    const wider = csv(
      `Code,Title,Jobs,Median annual wage,${'a,b,c,d,e'}`,
      '29-1141,Nurses,5,90000,1,2,3,4,5',
    );
    expect((await reading(wider, 'a.csv', profile)).preview.problems[0]).toContain('No row among the first');
  });
});

describe('what is said of a table', () => {
  test('codes without their signs are completed only where staff say that they are so', async () => {
    const bytes = csv('SOC,Title,Jobs', '291141,Registered nurses,5');
    const asWritten = await mappedBy(bytes, 'a.csv', { 'period-2': '2022', codeForm: 'as_written' });
    expect((await reading(bytes, 'a.csv', asWritten)).preview.rejected[0]?.reason).toContain(
      'hyphen of the code is missing',
    );
    const digits = await mappedBy(bytes, 'a.csv', { 'period-2': '2022' });
    expect((await reading(bytes, 'a.csv', digits)).dataset?.occupations[0]?.code).toBe('29-1141');
    const noc = csv('NOC,Title,Jobs', '10,Legislators,5');
    const padded = await mappedBy(noc, 'a.csv', {
      'period-2': '2022',
      system: 'NOC2021',
      codeForm: 'digits',
    });
    expect((await reading(noc, 'a.csv', padded)).dataset?.occupations[0]).toMatchObject({
      code: '00010',
      system: 'NOC2021',
    });
  });

  test('a mark is what staff say it is: a lower bound with its amount, or nothing that is kept', async () => {
    const bytes = csv(
      'Code,Title,Median annual wage',
      '29-1141,Registered nurses,#',
      '29-1171,Nurse practitioners,90000',
    );
    const bound = { 'period-2': '2022', 'mark-0': '#', 'flag-0': 'top_coded', 'year-0': '239,200' };
    const { dataset } = await reading(bytes, 'a.csv', await mappedBy(bytes, 'a.csv', bound));
    expect(dataset?.observations[0]).toMatchObject({
      flag: 'top_coded',
      lowerBound: 239_200,
      value: null,
      raw: '#',
    });
    const unsaid = await mappedBy(bytes, 'a.csv', { 'period-2': '2022' });
    const left = await reading(bytes, 'a.csv', unsaid);
    expect(left.preview.rejected).toMatchObject([{ line: 2, reason: 'this is not a number', text: '#' }]);
  });

  test('area and period may be columns, and a row that does not say them is rejected', async () => {
    const bytes = csv(
      'Code,Title,Region,Year,Jobs',
      '29-1141,Nurses,North,2022,5',
      '29-1141,Nurses,South,2022,6',
      '29-1171,Nurses,North,,7',
    );
    const { preview, dataset } = await reading(bytes, 'a.csv', await mappedBy(bytes, 'a.csv', {}));
    expect(dataset?.observations.map(({ id }) => id.split('|').slice(0, 4).join('|'))).toEqual([
      '29-1141|North|employment|2022',
      '29-1141|South|employment|2022',
    ]);
    expect(preview.rejected[0]?.reason).toBe('the row does not say its period');
  });

  test('everything that is missing is said at once, in sentences', async () => {
    const { look } = await tableOf(csv('Code,Title,Jobs,More jobs', '29-1141,Nurses,5,6'));
    const fields: Fields = {
      'use-2': 'employment',
      'use-3': 'employment',
      'period-2': '2022',
      'period-3': '2022',
      'scale-2': 'share',
    };
    expect(mappingFrom(fields, look, null, 'a.csv')).toEqual({
      problems: [
        'Say which column is the occupation code, or at least which is the title.',
        '“Jobs”: Employment cannot be counted in shares of 1.',
        '“Jobs” and “More jobs” would both be: Employment 2022.',
        'Say who publishes the table.',
        'Say what the publication is called.',
        'Say which release it is.',
        'Say under which terms it may be used; write “not stated” where the publisher does not say.',
      ],
    });
  });
});

describe('a table of one figure a row, with what it is in a column of its own', () => {
  const long = (...rows: string[]): Uint8Array => csv('Code,Title,Area,Year,Measure,Value', ...rows);
  const first = long(
    '29-1141,Registered nurses,North,2024,Employment,"1,200"',
    '29-1141,Registered nurses,North,2024,Median annual wage,88000',
    '29-1141,Registered nurses,North,2024,Vacancy rate,4.1',
    '29-1171,Nurse practitioners,North,2024,Employment,90',
    '29-1171,Nurse practitioners,North,2024,Median annual wage,*',
    '29-1171,Nurse practitioners,North,2024,Vacancy rate,2.5',
  );
  const starred: Fields = { 'flag-0': 'wage_not_available' };

  test('its columns and the values of its measure are guessed', async () => {
    const { look } = await tableOf(first);
    const fields = guessedFields(look, 'long.csv');
    expect([0, 1, 2, 3, 4, 5].map((at) => fields[`use-${at}`])).toEqual([
      'code',
      'title',
      'area',
      'period',
      'measure',
      'value',
    ]);
    expect([0, 1, 2].map((at) => [look.columns[4]?.values?.[at], fields[`use-4-${at}`]])).toEqual([
      ['Employment', 'employment'],
      ['Median annual wage', 'wage_median_annual'],
      ['Vacancy rate', ''],
    ]);
  });

  test('A5 thousands said above the rows or in the value are thousands, and years above them are its period', async () => {
    const { look } = await tableOf(
      csv(
        'Projections 2022-2032 (in thousands),,,',
        'Code,Title,Measure,Value',
        '29-1141,Nurses,Employment,5',
        '29-1141,Nurses,Annual average openings,6',
        '29-1171,Practitioners,Employment,7',
        '29-1171,Practitioners,Annual average openings,8',
      ),
    );
    const fields = guessedFields(look, 'a.csv');
    expect([0, 1].map((at) => [fields[`scale-2-${at}`], fields[`period-2-${at}`]])).toEqual([
      ['thousands', '2022'],
      ['thousands', '2022-32'],
    ]);
    expect(guessCase('Employment (thousands)', '')).toMatchObject({ use: 'employment', scale: 'thousands' });
  });

  test('each row becomes the figure that it says it is; what is not read is left out and counted', async () => {
    const profile = await mappedBy(first, 'long.csv', starred);
    const { preview, dataset } = await reading(first, 'long.csv', profile);
    expect(preview).toMatchObject({ rowsRead: 6, rowsKept: 4, rowsRejected: 0, rowsLeftOut: 2 });
    expect(preview.leftOut).toMatchObject([{ reason: 'a figure that the mapping does not read' }]);
    expect(dataset?.occupations.map(({ code }) => code)).toEqual(['29-1141', '29-1171']);
    expect(
      dataset?.observations.map(({ occupation, area, measure, period, value, flag, row }) =>
        [occupation, area, measure, period, value ?? flag, row].join(' '),
      ),
    ).toEqual([
      '29-1141 North employment 2024 1200 2',
      '29-1141 North wage_median_annual 2024 88000 3',
      '29-1171 North employment 2024 90 5',
      '29-1171 North wage_median_annual 2024 wage_not_available 6',
    ]);
  });

  test('the next file of it is recognised, also where a measure is new or gone', async () => {
    const profile = await mappedBy(first, 'long.csv', starred);
    const next = long(
      '29-1141,Registered nurses,North,2025,Median annual wage,91000',
      '29-1141,Registered nurses,North,2025,Turnover,3',
    );
    const { preview, dataset } = await reading(next, 'next.csv', profile, { release: '2025' });
    expect(preview).toMatchObject({ ok: true, rowsKept: 1, rowsLeftOut: 1 });
    expect(dataset?.observations.map(({ period, value }) => [period, value])).toEqual([['2025', 91_000]]);
  });

  test('years in what a row says move as those above the rows do', async () => {
    const table = (from: string, to: string): Uint8Array =>
      csv(
        `Projections ${from}-${to},,,`,
        'Code,Title,Measure,Value',
        `29-1141,Nurses,Employment ${from},5`,
        `29-1141,Nurses,Projected employment ${to},6`,
        `29-1171,Practitioners,Employment ${from},7`,
        `29-1171,Practitioners,Projected employment ${to},8`,
      );
    const profile = await mappedBy(table('2022', '2032'), 'a.csv', {});
    const { dataset } = await reading(table('2024', '2034'), 'b.csv', profile);
    expect(dataset?.observations.map(({ measure, period, value }) => [measure, period, value])).toEqual([
      ['employment', '2024', 5],
      ['employment_projected', '2034', 6],
      ['employment', '2024', 7],
      ['employment_projected', '2034', 8],
    ]);
  });

  test('the mapping comes back into the form as it was said, and half of it is told', async () => {
    const { look } = await tableOf(first);
    const { mapping } = await mappedBy(first, 'long.csv', starred);
    const fields = fieldsOf(mapping, 'Long', look);
    expect(mappingFrom(fields, look, null, 'long.csv')).toEqual({ mapping });
    expect(mappingFrom({ ...fields, 'use-5': '' }, look, null, 'long.csv')).toEqual({
      problems: ['Say which column is the figure that the other one names.'],
    });
    expect(mappingFrom({ ...fields, 'use-4': '' }, look, null, 'long.csv')).toEqual({
      problems: [
        'Say which column says what the figure is, or which measure the figure is.',
        'Say of at least one column which measure it holds.',
      ],
    });
    expect(mappingFrom({ ...fields, 'use-4-2': 'employment' }, look, null, 'long.csv')).toMatchObject({
      problems: ['“Employment” and “Vacancy rate” would both be: Employment.'],
    });
  });

  test('a mapping that was saved before there were such tables is read as it was', async () => {
    const { mapping } = await mappedBy(csv('Code,Title,Jobs', '29-1141,Nurses,5'), 'a.csv', {
      'period-2': '2022',
    });
    const older = { ...mapping, figures: mapping.figures.map(({ when: _, ...figure }) => figure) };
    expect(mappingSchema.parse(older)).toEqual(mapping);
  });
});
