import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse } from '../../server/store/folder-lock.ts';
import { openStore } from '../../server/store/open-store.ts';
import { StorageFailed } from '../../server/store/storage-failed.ts';

let folder: string;
let other: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-lock-'));
});
afterEach(async () => {
  other?.kill('SIGKILL');
  other = null;
  await rm(folder, { recursive: true });
});

/** What the other process runs: it opens the folder and keeps it until it is ended. */
const HOLDING = `
  const { openStore } = await import(process.argv[1]);
  const store = await openStore(process.argv[2]);
  await store.write('staff', 'held', { by: process.pid });
  process.stdout.write('held');
  setInterval(() => undefined, 60_000);
`;
const OPEN_STORE = new URL('../../server/store/open-store.ts', import.meta.url).href;

async function heldByAnother(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDING, OPEN_STORE, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  other = child;
  await once(child.stdout, 'data');
  return child;
}

describe('one process writes in a data folder', () => {
  it('a second one is refused with a sentence that names the first', async () => {
    const child = await heldByAnother();
    await expect(openStore(folder)).rejects.toThrow(FolderInUse);
    await expect(openStore(folder)).rejects.toThrow(
      new RegExp(`in use by another Plumbline \\(process ${child.pid}, since .*DATA_DIR`),
    );
  });

  it('after kill -9 of the first it opens, with what was stored', async () => {
    const child = await heldByAnother();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openStore(folder);
    expect(await store.read('staff', 'held', (value) => value)).toEqual({ by: child.pid });
    await store.close();
  });

  it('a second opening in the same process is refused until the first is closed', async () => {
    const first = await openStore(folder);
    await expect(openStore(folder)).rejects.toThrow(`process ${process.pid}`);
    await first.close();
    await (await openStore(folder)).close();
  });
});

describe('a data folder that cannot be used', () => {
  it('is refused with a sentence: a file in its place', async () => {
    await writeFile(join(folder, 'data'), '');
    await expect(openStore(join(folder, 'data'))).rejects.toThrow(StorageFailed);
    await expect(openStore(join(folder, 'data'))).rejects.toThrow(/a file is in the way/);
    await expect(openStore(join(folder, 'data', 'deeper'))).rejects.toThrow(/a file is in the way/);
  });

  it('is made with the folders above it', async () => {
    await (await openStore(join(folder, 'a', 'b', 'c'))).close();
    await (await openStore(join(folder, 'a', 'b', 'c'))).close();
  });

  it.skipIf(process.platform !== 'linux')(
    'is refused with a sentence where the system makes none, and nobody tries for ever',
    async () => {
      await expect(openStore('/proc/plumbline/data')).rejects.toThrow(/takes no folder there/);
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'is refused with a sentence: not writable (root may write anywhere)',
    async () => {
      await chmod(folder, 0o500);
      await expect(openStore(folder)).rejects.toThrow(/may not do that/);
      await chmod(folder, 0o700);
    },
  );
});
