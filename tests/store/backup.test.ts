import { readFile, readdir, rm, mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolder, restoreFolder, verifyFolder } from '../../server/store/backup.ts';
import { backupContents } from '../../server/store/backup-contents.ts';
import { backupEntry, manifestText } from '../../server/store/backup-manifest.ts';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/port.ts';
import { readOnlyFiles } from '../../server/store/read-only-files.ts';
import { checkpointAt, record, records } from './contract.ts';
import { SimulatedDisk } from './simulated-disk.ts';

let place: string;
let data: string;
let store: Store;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'plumbline-backup-'));
  data = join(place, 'data');
  await (await openStore(data)).close();
  store = await LowdbStore.open(data, nodeFileSystem, { rotateAt: 600 });
  await store.append('w1', 1, records(1, 4));
  await store.writeCheckpoint('w1', checkpointAt(4));
  await store.append('w1', 5, records(5, 6));
  await store.append('w2', 1, [record(1)]);
  await store.writeCheckpoint('w3', checkpointAt(7));
  await store.write('datasets', 'bls', { figure: 1 });
  await store.write('datasets', 'bls', { figure: 2 });
});
afterEach(async () => {
  await store.close();
  await rm(place, { recursive: true });
});

async function contentOf(folder: string): Promise<unknown> {
  const opened = await openStore(folder);
  const workshops = await opened.listWorkshops();
  const content = {
    workshops: await Promise.all(workshops.map(async (id) => [id, await opened.readWorkshop(id)])),
    document: await opened.read('datasets', 'bls', (value) => value),
    lists: await opened.list('datasets'),
  };
  await opened.close();
  return content;
}

const flip = async (path: string, at: number): Promise<void> => {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
};

describe('backup and restore', () => {
  it.each(['backup', 'backup.zip'])('of a folder in use to %s give the same content back', async (name) => {
    const backup = join(place, name);
    await backupFolder(data, backup);
    expect(await verifyFolder(backup)).toMatchObject({
      isBackup: true,
      workshops: 3,
      records: 7,
      documents: 1,
      problems: [],
    });
    await restoreFolder(backup, join(place, 'restored'));
    await store.close();
    expect(await contentOf(join(place, 'restored'))).toEqual(await contentOf(data));
  });

  it('hold no earlier generation of a document', async () => {
    await backupFolder(data, join(place, 'backup'));
    expect(await readdir(join(place, 'backup', 'datasets'))).toEqual(['bls.json']);
  });

  it('while the server writes, archives and checkpoints, keep a whole beginning of the journal', async () => {
    const disk = new SimulatedDisk();
    const busy = await LowdbStore.open('/', disk.files, { rotateAt: 600 });
    await busy.append('w1', 1, [record(1)]);
    let last = 1;
    /** Backups that end elsewhere than those before. */
    const ENOUGH = 5;
    const write = async (): Promise<void> => {
      for (let seq = 2; ends.size < ENOUGH; seq += 2) {
        await busy.append('w1', seq, records(seq, seq + 1));
        last = seq + 1;
        if (seq % 10 === 0) await busy.writeCheckpoint('w1', checkpointAt(seq));
      }
    };
    const ends = new Set<number>();
    const writing = write();
    while (ends.size < ENOUGH) {
      const before = last;
      const taken = new Map<string, Buffer>();
      for await (const { path, bytes } of backupContents(readOnlyFiles(disk.files), '/'))
        taken.set(path, bytes);
      const restored = await LowdbStore.open('/', SimulatedDisk.holding(taken).files);
      const { checkpoint, records: rest } = await restored.readWorkshop('w1');
      const end = rest.at(-1)?.seq ?? checkpoint?.seq ?? 0;
      expect(rest).toEqual(records((checkpoint?.seq ?? 0) + 1, end));
      expect(end).toBeGreaterThanOrEqual(before);
      ends.add(end);
    }
    await writing;
  });

  it('take a journal that is archived just before it is read', async () => {
    let isArchived = false;
    const archiving = {
      ...nodeFileSystem,
      readFile: async (path: string) => {
        if (path.endsWith('w1/journal.ndjson') && !isArchived) {
          isArchived = true;
          await store.append('w1', 7, records(7, 10));
          await store.writeCheckpoint('w1', checkpointAt(10));
        }
        return nodeFileSystem.readFile(path);
      },
    };
    await backupFolder(data, join(place, 'backup'), archiving);
    expect(await readdir(join(place, 'backup', 'workshops', 'w1'))).toContain('journal-000005.ndjson');
    expect((await verifyFolder(join(place, 'backup'))).problems).toEqual([]);
  });

  it('refuse to keep damage, naming the file in the data folder', async () => {
    const path = join(data, 'workshops', 'w1', 'journal-000001.ndjson');
    await flip(path, 300);
    await expect(backupFolder(data, join(place, 'backup'))).rejects.toThrow(path);
    await expect(backupFolder(data, join(place, 'b.zip'))).rejects.toThrow(path);
    expect((await readdir(place)).filter((name) => name.includes('zip'))).toEqual([]);
  });

  it('never write over anything', async () => {
    await backupFolder(data, join(place, 'backup.zip'));
    await expect(backupFolder(data, join(place, 'backup.zip'))).rejects.toThrow(/there already/);
    await expect(backupFolder(data, data)).rejects.toThrow(/not empty/);
    await expect(restoreFolder(join(place, 'backup.zip'), data)).rejects.toThrow(/not empty/);
    await expect(backupFolder(join(place, 'nothing'), join(place, 'b'))).rejects.toThrow(/no data folder/);
  });

  it('notice a journal that was cut at the end of a line', async () => {
    const backup = join(place, 'backup');
    await backupFolder(data, backup);
    const path = join(backup, 'workshops', 'w1', 'journal.ndjson');
    const content = await readFile(path);
    await truncate(path, content.indexOf(10) + 1);
    await expect(restoreFolder(backup, join(place, 'restored'))).rejects.toThrow(/journal\.ndjson/);
    expect(await readdir(place)).not.toContain('restored');
  });

  it('of a zip that lists a file outside are refused', async () => {
    await backupFolder(data, join(place, 'backup.zip'));
    const files = unzipSync(await readFile(join(place, 'backup.zip')));
    const evil = Buffer.from('{}');
    for (const path of [
      '../evil.json',
      'workshops/../../evil',
      '/etc/evil',
      'datasets/.evil.json',
      'other/evil.json',
    ]) {
      const manifest = manifestText({ madeAt: '', files: [backupEntry(path, evil)] });
      await writeFile(join(place, 'evil.zip'), zipSync({ ...files, [path]: evil, 'backup.json': manifest }));
      await expect(restoreFolder(join(place, 'evil.zip'), join(place, 'restored'))).rejects.toThrow(
        /no backup holds/,
      );
    }
    await writeFile(join(place, 'torn.zip'), (await readFile(join(place, 'backup.zip'))).subarray(0, 200));
    await expect(restoreFolder(join(place, 'torn.zip'), join(place, 'restored'))).rejects.toThrow(
      /torn\.zip is damaged at byte 200: it is cut off/,
    );
  });

  it('a folder whose restore was interrupted is not opened', async () => {
    await writeFile(join(data, 'restore-unfinished'), '');
    await expect(openStore(data)).rejects.toThrow(/not restored to its end/);
  });
});

describe('verify', () => {
  it('finds nothing in a sound folder, and changes nothing', async () => {
    expect(await verifyFolder(data)).toMatchObject({
      isBackup: false,
      workshops: 3,
      records: 7,
      documents: 1,
      problems: [],
      notes: [],
    });
  });

  it('names every file that does not check, with its first bad byte', async () => {
    const archive = join(data, 'workshops', 'w1', 'journal-000001.ndjson');
    const lineEnd = (await readFile(archive)).indexOf(10) + 1;
    await flip(archive, lineEnd + 100);
    await flip(join(data, 'datasets', 'bls.json'), 90);
    await rm(join(data, 'workshops', 'w3', 'journal.ndjson'));
    const before = await readdir(data, { recursive: true });
    const { problems, workshops } = await verifyFolder(data);
    expect(workshops).toBe(1);
    expect(problems.map(({ file, offset }) => [file, offset])).toEqual([
      [archive, lineEnd + 100],
      [join(data, 'workshops', 'w3', 'journal.ndjson'), 0],
      [join(data, 'datasets', 'bls.json'), 90],
    ]);
    expect(await readdir(data, { recursive: true })).toEqual(before);
  });

  it('notes what a crash cut off, which is no damage', async () => {
    await store.close();
    await rm(join(data, 'workshops', 'w2', 'watermark.json'));
    const path = join(data, 'workshops', 'w2', 'journal.ndjson');
    const { length } = await readFile(path);
    await truncate(path, length - 3);
    const { problems, notes } = await verifyFolder(data);
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/w2: \d+ bytes cut off by a crash/)]);
  });

  it('says when there is nothing of ours', async () => {
    await expect(verifyFolder(place)).rejects.toThrow(/no data folder or backup/);
  });
});
