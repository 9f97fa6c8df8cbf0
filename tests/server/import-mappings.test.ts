import { expect, test } from 'vitest';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { StoredDatasets } from '../../server/services/datasets.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { seeds } from '../fuzz/seeds.ts';
import { stateWorkbook } from '../import/state-workbook.ts';

const open = () => new StoredDatasets(memoryStore(), loadCodeList(), () => Date.UTC(2026, 10, 26));
const options = { title: 'Ours', area: 'Example' };
const anywhere = { table: null, line: null, lines: null };
const said = {
  publisher: 'State of Example',
  source: 'Occupational projections',
  release: '2022-32',
  licence: 'public domain',
  'period-7': '2022',
  name: 'State projections',
};

async function onDesk(datasets: StoredDatasets, bytes: Uint8Array, name = 'state.xlsx'): Promise<string> {
  const id = datasets.imports.start(bytes, name, options);
  await datasets.imports.settled(id, 10_000);
  return id;
}

async function mapped(datasets: StoredDatasets, changed: Record<string, string> = {}) {
  const file = await onDesk(datasets, stateWorkbook());
  const page = await datasets.mappings.page(file, anywhere, null);
  if (page === null || 'problem' in page) throw new Error('no page');
  const fields = { ...page.fields, ...said, ...changed };
  return { file, page, fields, kept: await datasets.mappings.keep(file, anywhere, fields, null) };
}

test('A1 a file that is not recognised is mapped by hand, and nothing is saved until staff say so', async () => {
  const datasets = open();
  const file = await onDesk(datasets, stateWorkbook());
  expect(datasets.imports.progress(file)?.preview).toMatchObject({ ok: false, isTable: true, profile: null });
  const page = await datasets.mappings.page(file, anywhere, null);
  if (page === null || 'problem' in page) throw new Error('no page');
  expect(page.tables.map(({ label }) => label)).toEqual(['Occupational Projections', 'Notes']);
  const tried = await datasets.mappings.attempt(file, anywhere, { ...page.fields, ...said });
  expect(tried).toMatchObject({ preview: { ok: true, rowsKept: 3, rowsRejected: 1, rowsLeftOut: 2 } });
  expect(await datasets.mappings.list()).toEqual([]);
  expect(await datasets.list()).toEqual([]);
});

test('a kept mapping reads the file on the desk, and recognises its like of the next year', async () => {
  const datasets = open();
  const { file, kept } = await mapped(datasets);
  expect(kept).toMatchObject({ name: 'State projections' });
  const read = await datasets.imports.settled(file, 10_000);
  expect(read?.preview?.profile?.name).toBe('State projections');
  expect(await datasets.commitImport(read?.importId ?? '')).not.toBeNull();
  const next = datasets.imports.progress(await onDesk(datasets, stateWorkbook('2024', '2034'), 'next.xlsx'));
  expect(next?.preview).toMatchObject({
    ok: true,
    profile: { name: 'State projections' },
    periods: ['2024', '2024-34', '2034'],
  });
});

test('a published file that Plumbline knows is still recognised beside a mapping', async () => {
  const datasets = open();
  await mapped(datasets);
  const seed = seeds.find(({ name }) => name === 'projections.xlsx');
  const read = datasets.imports.progress(await onDesk(datasets, seed?.bytes ?? new Uint8Array(), 'p.xlsx'));
  expect(read?.preview?.profile?.id).toBe('bls-projections');
});

test('a mapping is renamed, changed in its place, and removed; a name stands for one', async () => {
  const datasets = open();
  const { file, page, fields, kept } = await mapped(datasets);
  const id = kept !== null && 'mapping' in kept ? kept.mapping : '';
  expect(await datasets.mappings.rename(id, 'Ours')).toBeNull();
  const again = await datasets.mappings.page(file, anywhere, id);
  if (again === null || 'problem' in again) throw new Error('no page');
  expect(again.fields).toMatchObject({
    name: 'Ours',
    'use-6': 'openings_total',
    'scale-6': 'thousands',
    'flag-0': 'not_available',
  });
  const refused = await datasets.mappings.keep(file, anywhere, { ...fields, name: 'ours' }, null);
  expect(refused).toMatchObject({ problems: [expect.stringContaining('“Ours” already')] });
  await datasets.mappings.keep(file, anywhere, { ...again.fields, 'use-6': '' }, id);
  expect((await datasets.mappings.list()).map(({ name, mapping }) => [name, mapping.figures.length])).toEqual(
    [['Ours', 4]],
  );
  await datasets.mappings.remove(id);
  expect(await datasets.mappings.list()).toEqual([]);
  expect(page.look.rows).toBe(7);
});

test('a file that left the desk, or is no table, is answered', async () => {
  const datasets = open();
  expect(await datasets.mappings.page('i-0000000000', anywhere, null)).toBeNull();
  const broken = await onDesk(datasets, Buffer.from('%PDF-1.7 x'), 'a.pdf');
  expect(await datasets.mappings.page(broken, anywhere, null)).toMatchObject({
    problem: expect.stringContaining('PDF') as string,
  });
  const empty = await onDesk(datasets, Buffer.from('just words\n'), 'a.csv');
  const page = await datasets.mappings.page(empty, { table: 99, line: 7_000, lines: 9 }, null);
  expect(page).toMatchObject({ look: { line: 1, lines: 1 } });
});
