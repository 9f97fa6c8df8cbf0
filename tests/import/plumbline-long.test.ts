import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flag, measure } from '../../server/lmi/dataset.ts';
import type { Observation, Source } from '../../server/lmi/dataset.ts';
import { longCsvHeader, longCsvRow } from '../../server/lmi/long-format.ts';
import { measures } from '../../server/lmi/measures.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import { importOf, longHeader } from './file-of.ts';

const rowOf = (parts: Record<string, string>): string => {
  const cells: Record<string, string> = {
    occupation_code: '29-1141',
    title: 'Registered nurses',
    area: 'Colorado',
    measure: 'employment',
    period: '2024',
    unit: 'persons',
    ...parts,
  };
  return longHeader
    .split(',')
    .map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`)
    .join(',');
};

const figureOf = async (parts: Record<string, string>): Promise<Observation | undefined> =>
  (await importOf([longHeader, rowOf(parts)])).dataset?.observations[0];

const reasonOf = async (parts: Record<string, string>): Promise<string | undefined> =>
  (await importOf([longHeader, rowOf(parts)])).preview.rejected[0]?.reason;

describe('one figure of the long table', () => {
  test('a number with its own line as origin where the row names none', async () => {
    expect(await figureOf({ value: '57120.5' })).toMatchObject({
      value: 57120.5,
      raw: '57120.5',
      row: 2,
      column: 'value',
      area: 'Colorado',
    });
  });

  test('declared thousands become persons exactly', async () => {
    expect(await figureOf({ unit: 'thousand_persons', value: '1579.8' })).toMatchObject({
      value: 1_579_800,
      unit: 'persons',
      raw: '1579.8',
    });
  });

  test('an area may hold a backslash, and stays apart from any other', async () => {
    const areas = [String.raw`N\A`, 'N%5CA', 'N%255CA'];
    const { dataset, preview } = await importOf([
      longHeader,
      ...areas.map((area) => rowOf({ area, value: '1' })),
    ]);
    expect(preview.rejected).toEqual([]);
    expect(dataset?.observations.map(({ area }) => area)).toEqual(areas);
  });

  test('the id of a figure stored before is still its id, percent signs and all', async () => {
    const { dataset } = await importOf([longHeader, rowOf({ area: 'Top 10% of 2%25', value: '1' })]);
    expect(dataset?.observations[0]?.id).toContain('|Top 10% of 2%25|');
  });

  test('an area left out is the one given with the import', async () => {
    expect(await figureOf({ area: '', value: '1' })).toMatchObject({ area: 'Colorado' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['a flag with a value', { flag: 'not_available', value: '0' }, 'a flagged figure has no value'],
    ['a lower bound without its flag', { value: '5', lower_bound: '5' }, 'belongs to the flag top_coded'],
    ['top_coded without a bound', { flag: 'top_coded' }, 'needs the published lower bound'],
    ['an unknown flag', { flag: '#' }, 'is no flag'],
    ['nothing at all', {}, 'holds no value, text or flag'],
    ['an unknown measure', { measure: 'happiness', value: '5' }, 'measure is not known'],
    ['the unit of another measure', { unit: 'percent', value: '5' }, 'the unit of employment is persons'],
    ['another locale', { value: '1.234,5' }, 'another locale'],
    ['thousands signs', { value: '1,234' }, 'without thousands signs'],
    ['a word for a number', { value: 'many' }, 'not a number'],
    ['words under a number', { text: 'many' }, 'write it under value'],
    ['a negative number of people', { value: '-5' }, 'cannot be negative'],
    ['no period', { period: '', value: '5' }, 'the period must be named'],
  ])('%s is rejected with its reason', async (_name, parts, reason) => {
    expect(await reasonOf(parts)).toContain(reason);
  });

  test('the same figure twice: the second is rejected', async () => {
    const { preview } = await importOf([longHeader, rowOf({ value: '1' }), rowOf({ value: '2' })]);
    expect(preview).toMatchObject({ observations: 1, rowsRejected: 1 });
    expect(preview.rejected[0]?.reason).toContain('line 2');
  });
});

const source: Source = {
  id: 'own',
  title: 'Own, "quoted"',
  publisher: '=Publisher',
  release: '2024',
  file: 'table.csv',
  licence: 'not stated',
  url: null,
  retrievedAt: null,
};

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !text.includes('\0'));
const name = words.filter((text) => !text.includes('|'));
const amount = fc.double({ noNaN: true, min: 0, max: 99 }).map((value) => value + 0);

const observations = fc
  .record({
    occupation: fc.constantFrom('29-1141', '31-1120', '51-4121'),
    measure: fc.constantFrom(...measure.options),
    flag: fc.option(fc.constantFrom(...flag.options)),
    amount,
    words,
    area: name,
    period: name,
    raw: words,
    row: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    column: fc.option(words),
  })
  .map((drawn): Observation => {
    const { unit } = measures[drawn.measure];
    const isPlain = drawn.flag === null;
    const figure = {
      occupation: drawn.occupation,
      area: drawn.area,
      measure: drawn.measure,
      period: drawn.period,
      unit,
      value: isPlain && unit !== 'category' ? drawn.amount : null,
      text: isPlain && unit === 'category' ? drawn.words : null,
      flag: drawn.flag,
      lowerBound: drawn.flag === 'top_coded' ? drawn.amount : null,
      raw: drawn.raw,
      source: source.id,
      row: drawn.row,
      column: drawn.column,
    };
    return { id: observationId(figure), ...figure };
  });

test('A6 A7 what is written as a long table reads back the same, whatever the texts hold', async () => {
  const drawn = fc.uniqueArray(observations, {
    selector: (figure) => figure.id,
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(drawn, async (figures) => {
      const rows = figures.map((figure) => longCsvRow(figure, { title: '-Title' }, source));
      const quoted = [longCsvHeader, ...rows].map((cells) =>
        cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      );
      const { dataset, preview } = await importOf(quoted);
      expect(preview.rejected).toEqual([]);
      expect(dataset?.observations).toEqual(figures);
      expect(dataset?.occupations[0]?.title).toBe('-Title');
      expect(dataset?.sources).toEqual([{ ...source, sha256: preview.sha256, profile: 'plumbline-long' }]);
    }),
    { numRuns: 150 },
  );
});
