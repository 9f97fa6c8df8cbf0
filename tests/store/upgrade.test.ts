/** An older Plumbline refuses newer files by name, whatever they are; a newer one brings older files up to date by its steps. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backupContents } from '../../server/store/backup-contents.ts';
import { backupEntry, manifestText, parseManifest } from '../../server/store/backup-manifest.ts';
import type { Formats } from '../../server/store/formats.ts';
import { COLLECTIONS } from '../../server/store/port.ts';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { NewerFormat } from '../../server/store/newer-format.ts';
import type { JournalRecord, Store } from '../../server/store/port.ts';
import { readOnlyFiles } from '../../server/store/read-only-files.ts';
import { verifySource } from '../../server/store/verify-folder.ts';
import { checkpointAt, record, records } from './contract.ts';
import { keepAll, SimulatedDisk } from './simulated-disk.ts';

/** What is invented here stands in the place of the house's own steps. */
const formats = vi.hoisted((): { documents: Formats['documents']; journal: Formats['journal'] } => ({
  documents: {},
  journal: [],
}));
vi.mock('../../server/store/formats.ts', () => ({ FORMATS: formats }));
afterEach(() => {
  formats.documents = {};
  formats.journal = [];
});

const open = (disk: SimulatedDisk): Promise<Store> => LowdbStore.open('/', disk.files, { rotateAt: 1e6 });
const asIs = (value: unknown): unknown => value;

/** Everything there is, as this version writes it. */
async function written(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  const store = await open(disk);
  await store.append('w1', 1, records(1, 2));
  await store.writeCheckpoint('w1', checkpointAt(2));
  await store.append('w1', 3, records(3, 4));
  for (const collection of COLLECTIONS) await store.write(collection, 'one', { figure: 1 });
  await store.close();
  return disk;
}

async function readAll(disk: SimulatedDisk): Promise<void> {
  const store = await open(disk);
  await store.readWorkshop('w1');
  for (const collection of COLLECTIONS) await store.read(collection, 'one', asIs);
}

describe('a newer format', () => {
  const documents = COLLECTIONS.map((kind) => [kind, `/${kind}/one.json`] as const);
  it.each([
    ...documents,
    ['checkpoint', '/workshops/w1/checkpoint.json'],
    ['watermark', '/workshops/w1/watermark.json'],
  ] as const)('of %s is refused by name, and the file left as it is', async (kind, path) => {
    formats.documents = { [kind]: [asIs] };
    const disk = await written();
    formats.documents = {};
    const before = disk.everything().get(path);
    const refusal = await readAll(disk).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NewerFormat);
    expect(String(refusal)).toContain(`${path} was written by a newer Plumbline (format 2;`);
    expect(disk.everything().get(path)).toEqual(before);
    const { problems } = await verifySource(disk.files, '/', '/');
    expect(problems.map(({ file }) => file)).toEqual([path]);
  });

  it('of a journal is refused by name', async () => {
    formats.journal = [asIs];
    const disk = await written();
    formats.journal = [];
    await expect(readAll(disk)).rejects.toThrow(
      '/workshops/w1/journal.ndjson was written by a newer Plumbline',
    );
  });

  it('of a backup is refused by name', () => {
    formats.documents = { backup: [asIs] };
    const bytes = manifestText({ madeAt: '', files: [backupEntry('datasets/one.json', Buffer.from('1'))] });
    formats.documents = {};
    expect(() => parseManifest(bytes)).toThrow(/backup\.json was written by a newer Plumbline \(format 2/);
  });
});

describe('an older format', () => {
  it('of a document is brought up by every step after its own, and written in the present one', async () => {
    const disk = await written();
    const add = (name: string) => (value: unknown) => ({ ...(value as object), [name]: true });
    formats.documents = { datasets: [add('second'), add('third')] };
    const store = await open(disk);
    expect(await store.read('datasets', 'one', asIs)).toEqual({ figure: 1, second: true, third: true });
    expect(disk.everything().get('/datasets/one.json')?.toString()).toContain('"version":1,');
    expect(await store.read('templates', 'one', asIs)).toEqual({ figure: 1 });
    await store.write('datasets', 'one', { figure: 3 });
    expect(disk.everything().get('/datasets/one.json')?.toString()).toContain('"version":3,');
    formats.documents = { datasets: [add('second'), add('third'), add('fourth')] };
    expect(await store.read('datasets', 'one', asIs)).toEqual({ figure: 3, fourth: true });
  });

  it('of a document cannot be told to be another one by a damaged byte', async () => {
    formats.documents = { datasets: [asIs, asIs] };
    const disk = await written();
    disk.damage('/datasets/one.json', (bytes) =>
      Buffer.from(bytes.toString().replace('"version":3', '"version":1')),
    );
    await expect(readAll(disk)).rejects.toThrow(/checksum/);
  });

  it('of a checkpoint and a journal is brought up, and what is appended begins a file of its own', async () => {
    const disk = await written();
    formats.documents = { checkpoint: [(value) => ({ ...(value as object), state: { migrated: true } })] };
    formats.journal = [(value) => ({ ...(value as JournalRecord), actor: 'brought up' })];
    const store = await open(disk);
    const later = (each: JournalRecord): JournalRecord => ({ ...each, actor: 'brought up' });
    const expected = {
      checkpoint: { ...checkpointAt(2), state: { migrated: true } },
      records: records(3, 4).map(later),
    };
    expect(await store.readWorkshop('w1')).toEqual(expected);
    await store.append('w1', 5, [record(5)]);
    const names = [...disk.everything().keys()].filter((path) => path.includes('journal'));
    expect(names).toEqual(expect.arrayContaining(['/workshops/w1/journal-000001.ndjson']));
    const again = await open(disk.afterPowerCut(keepAll));
    expect(await again.readWorkshop('w1')).toEqual({
      ...expected,
      records: [...expected.records, record(5)],
    });
    const backup = new Map<string, Buffer>();
    for await (const { path, bytes } of backupContents(readOnlyFiles(disk.files), '/'))
      backup.set(path, bytes);
    expect([...backup.keys()].filter((path) => path.includes('journal'))).toHaveLength(2);
    expect((await verifySource(disk.files, '/', '/')).problems).toEqual([]);
  });

  it('of a journal without a record gives way to the present one', async () => {
    const disk = new SimulatedDisk();
    await (await open(disk)).writeCheckpoint('w1', checkpointAt(7));
    formats.journal = [(value) => ({ ...(value as JournalRecord), actor: 'brought up' })];
    const store = await open(disk);
    await store.append('w1', 8, [record(8)]);
    expect((await (await open(disk.afterPowerCut(keepAll))).readWorkshop('w1')).records).toEqual([record(8)]);
  });
});
