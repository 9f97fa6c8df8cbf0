/** The journal's way to the real disk: synced by the write itself where the system does that (Linux), in two steps elsewhere. */
import { constants } from 'node:fs';
import { mkdtemp, readFile, readlink, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFileSystem, SyncFailed, syncedByHand } from '../../server/store/file-system.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-synced-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileNamed(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, 'first\n');
  return path;
}

/** The flags of this process's descriptor on that file, as the kernel has them. */
async function flagsOf(path: string): Promise<number> {
  for (const descriptor of await readdir('/proc/self/fd')) {
    const target = await readlink(`/proc/self/fd/${descriptor}`).catch(() => null);
    if (target !== path) continue;
    const info = await readFile(`/proc/self/fdinfo/${descriptor}`, 'utf8');
    return parseInt(/^flags:\s+(\d+)/m.exec(info)?.[1] ?? '', 8);
  }
  throw new Error(`${path} is not open`);
}

test('what is appended stands behind what was there', async () => {
  const path = await fileNamed('appended');
  const file = await nodeFileSystem.openSynced(path);
  await file.append(Buffer.from('second\n'));
  await file.append(Buffer.from('third\n'));
  await file.close();
  expect(await readFile(path, 'utf8')).toBe('first\nsecond\nthird\n');
});

test('a file that is not there is not made', async () => {
  await expect(nodeFileSystem.openSynced(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test('N4 the kernel is asked to sync with every write', async () => {
    const path = await fileNamed('synced');
    const synced = await nodeFileSystem.openSynced(path);
    expect((await flagsOf(path)) & constants.O_DSYNC).toBe(constants.O_DSYNC);
    await synced.close();
    const plain = await nodeFileSystem.openFile(path);
    expect((await flagsOf(path)) & constants.O_DSYNC).toBe(0);
    await plain.close();
  });

  test('N6 a full disk is a refused write, which can be taken back', async () => {
    const full = await nodeFileSystem.openSynced('/dev/full');
    await expect(full.append(Buffer.from('x'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await full.close();
  });

  test('N6 any other failure of it leaves unknown what is on the disk', async () => {
    const path = await fileNamed('closed');
    const file = await nodeFileSystem.openSynced(path);
    await file.close();
    const failure: unknown = await file.append(Buffer.from('x')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SyncFailed);
    expect((failure as SyncFailed).cause).toMatchObject({ code: 'EBADF' });
  });
});

test('N6 in two steps a failed write and a failed sync are told apart', async () => {
  const failing = (step: 'append' | 'sync') =>
    syncedByHand({
      append: () => (step === 'append' ? Promise.reject(new Error('write')) : Promise.resolve()),
      sync: () => Promise.reject(new Error('sync')),
      close: () => Promise.resolve(),
    });
  await expect(failing('append').append(Buffer.of(1))).rejects.toThrow('write');
  await expect(failing('sync').append(Buffer.of(1))).rejects.toBeInstanceOf(SyncFailed);
});
