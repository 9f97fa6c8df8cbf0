import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import { checkpointAt, describeStore, record, records } from './contract.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'plumbline-store-'));
});
afterAll(() => rm(parent, { recursive: true }));
const freshFolder = (): Promise<string> => mkdtemp(join(parent, 'data-'));

describeStore('lowdb', {
  open: async () => openStore(await freshFolder()),
  reopen: async (store) => {
    await store.close();
    return openStore(store.place);
  },
});

describeStore('lowdb, archiving its journal at every checkpoint', {
  open: async () => LowdbStore.open(await freshFolder(), nodeFileSystem, { rotateAt: 0 }),
  reopen: async (store) => {
    await store.close();
    return LowdbStore.open(store.place, nodeFileSystem, { rotateAt: 0 });
  },
});

describe('the data folder', () => {
  it('is private to its user', async () => {
    const store = await openStore(join(await freshFolder(), 'made', 'by', 'us'));
    await store.append('w1', 1, [record(1)]);
    await store.write('staff', 'links', { links: [] });
    const mode = async (...path: string[]): Promise<number> =>
      (await stat(join(store.place, ...path))).mode & 0o777;
    expect(await mode()).toBe(0o700);
    expect(await mode('workshops', 'w1')).toBe(0o700);
    expect(await mode('workshops', 'w1', 'journal.ndjson')).toBe(0o600);
    expect(await mode('staff', 'links.json')).toBe(0o600);
    await store.close();
  });

  it('keeps every record in archived journals', async () => {
    const store = await LowdbStore.open(await freshFolder(), nodeFileSystem, { rotateAt: 0 });
    for (let seq = 1; seq <= 30; seq += 10) {
      await store.append('w1', seq, records(seq, seq + 9));
      await store.writeCheckpoint('w1', checkpointAt(seq + 9));
    }
    expect(await nodeFileSystem.listFolder(join(store.place, 'workshops', 'w1'))).toEqual([
      'checkpoint.json',
      'checkpoint.json.prev',
      'journal-000001.ndjson',
      'journal-000011.ndjson',
      'journal-000021.ndjson',
      'journal.ndjson',
    ]);
    await store.close();
  });
});
