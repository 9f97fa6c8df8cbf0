import { describe, expect, test } from 'vitest';
import { Cancelled } from '../../server/import/tables/cancelled.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { StoredDatasets } from '../../server/services/datasets.ts';
import { ImportDesk } from '../../server/services/import-desk.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { seeds } from '../fuzz/seeds.ts';

const open = () => new StoredDatasets(memoryStore(), loadCodeList(), () => Date.UTC(2026, 10, 26));
const bytesOf = (name: string) => seeds.find((seed) => seed.name === name)?.bytes ?? new Uint8Array();
const options = { title: 'Ours', area: 'Colorado' };

async function saved(
  datasets: StoredDatasets,
  name: string,
  more: { base?: string; onlyKnown?: boolean } = {},
) {
  const { importId, preview } = await datasets.previewImport(bytesOf(name), name, { ...options, ...more });
  expect(preview.problems).toEqual([]);
  const id = await datasets.commitImport(importId ?? '');
  return { id: id ?? '', preview };
}

describe('a file on the desk', () => {
  test('U4 what it does not say is asked, and the answer needs no second upload', async () => {
    const datasets = open();
    const id = datasets.imports.start(bytesOf('c2024_a.csv'), 'completions.csv', options);
    const asked = await datasets.imports.settled(id, 10_000);
    expect(asked).toMatchObject({
      state: 'read',
      importId: null,
      preview: { questions: [{ id: 'academic_year' }] },
    });
    expect(datasets.imports.answer(id, { academic_year: '2023-24' })).toBe(true);
    const read = await datasets.imports.settled(id, 10_000);
    expect(read?.preview?.questions).toEqual([]);
    expect(await datasets.commitImport(read?.importId ?? '')).not.toBeNull();
  });

  test('U4 a long one shows how far it is, and stopping it changes nothing', async () => {
    const desk = new ImportDesk(
      (_bytes, _name, { signal, onProgress }) =>
        new Promise((_resolve, reject) => {
          onProgress(1_500);
          signal.addEventListener('abort', () => reject(new Cancelled()));
        }),
      () => 0,
    );
    const id = desk.start(new Uint8Array(), 'long.csv', options);
    expect(desk.progress(id)).toMatchObject({ state: 'reading', rows: 1_500 });
    desk.stop(id);
    expect(await desk.settled(id, 10_000)).toMatchObject({ state: 'stopped', importId: null });
  });

  test('a fifth file sends the oldest away, so that memory stays bounded', () => {
    const desk = new ImportDesk(
      () => new Promise(() => undefined),
      () => 0,
    );
    const ids = [1, 2, 3, 4, 5].map((name) => desk.start(new Uint8Array(), `${name}.csv`, options));
    expect(ids.map((id) => desk.progress(id)?.fileName ?? null)).toEqual([
      null,
      '2.csv',
      '3.csv',
      '4.csv',
      '5.csv',
    ]);
  });
});

describe('a file added to a release', () => {
  test('A1 completions, institutions and crosswalk, one after the other, make the next release each time', async () => {
    const datasets = open();
    const projections = await saved(datasets, 'projections.csv');
    const completions = await saved(datasets, 'c2024_a.csv', { base: projections.id });
    const institutions = await saved(datasets, 'hd2024.csv', { base: completions.id });
    const last = await saved(datasets, 'crosswalk.xlsx', { base: institutions.id });
    const whole = await datasets.get(last.id);
    expect(whole).toMatchObject({
      follows: institutions.id,
      title: (await datasets.get(projections.id))?.title,
    });
    expect(whole?.programs).toEqual([
      expect.objectContaining({
        provider: 'Some College',
        city: 'Greeley',
        title: 'Registered Nursing',
        occupations: ['29-1141'],
      }),
    ]);
    const figure = whole?.observations.find(({ measure }) => measure === 'completions');
    expect(figure).toMatchObject({ occupation: '29-1141', area: 'Colorado', value: 8, period: '2023-24' });
    expect((await datasets.get(projections.id))?.programs).toEqual([]);
    const supply = await datasets.supply(last.id);
    expect(supply).toMatchObject({ distinctCompletions: 8, countedAgain: 0 });
    expect(supply?.rows).toMatchObject([
      { code: '29-1141', openings: { shown: '189,100 a year', area: 'US' }, programs: 1, completions: 8 },
    ]);
    expect(supply?.sources.map(({ profile }) => profile).sort()).toEqual(['cip-soc', 'ipeds-completions']);
    expect(await datasets.supplyFor(last.id, '29-1141')).toMatchObject({
      offered: [{ cip: '51.3801', others: [], row: 2 }],
    });
    expect(await datasets.supplyFor(last.id, '99-9999')).toBeNull();
  });

  test('the same file again is known by its hash: named on the report, and refused where it is already part', async () => {
    const datasets = open();
    const { id } = await saved(datasets, 'projections.csv');
    const again = await datasets.previewImport(bytesOf('projections.csv'), 'other name.csv', options);
    expect(again.preview.alreadyIn.map((one) => one.id)).toEqual([id]);
    const added = await datasets.previewImport(bytesOf('projections.csv'), 'x.csv', { ...options, base: id });
    expect(added.importId).toBeNull();
    expect(added.preview.problems[0]).toContain('already part of the dataset');
  });

  test('only for occupations it holds: the others are left out and counted', async () => {
    const datasets = open();
    const { id } = await saved(datasets, 'projections.csv');
    const { preview } = await saved(datasets, 'Skills.xlsx', { base: id, onlyKnown: true });
    expect(preview.leftOut).toContainEqual({
      reason: 'a level the publisher marks as not relevant',
      rows: 1,
    });
    expect(preview.added).toMatchObject({ occupations: 0 });
  });
});
