/** How the command line asks a server that runs: with a file of any size, which is never in memory whole. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bytesInMemory, hashOf } from '../../server/import/tables/file-bytes.ts';
import type { FileBytes } from '../../server/import/tables/file-bytes.ts';
import { openControl, orderRunning } from '../../server/start/control.ts';

const MEGABYTE = 1024 * 1024;
/** More than was ever sent in one piece. */
const LARGE = 80;

let folder: string;
let control: { close(): Promise<void> };
let largest = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-control-'));
  vi.stubEnv('TMPDIR', folder);
  largest = 0;
  control = await openControl(folder, {
    hash: async (argument, file) => `${argument} ${file.size} ${await hashOf(file)}`,
    fail: () => Promise.reject(new Error('That cannot be kept.')),
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await control.close();
  await rm(folder, { recursive: true, force: true });
});

function large(): FileBytes {
  const part = Buffer.alloc(MEGABYTE, 'a');
  return {
    size: LARGE * MEGABYTE,
    head: (most) => Promise.resolve(part.subarray(0, most)),
    whole: () => Promise.reject(new Error('A large file is never held whole.')),
    async *chunks() {
      for (let at = 1; at <= LARGE; at += 1) {
        largest = at;
        yield part;
      }
    },
  };
}

const uploads = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== 'control.json');

test('an order is answered, with a small file, with none, and with one of 80 MB that leaves nothing behind', async () => {
  const small = bytesInMemory(Buffer.from('figures'));
  expect(await orderRunning(folder, 'hash', 'a b', small)).toBe(`a b 7 ${await hashOf(small)}`);
  expect(await orderRunning(folder, 'hash')).toBe(` 0 ${await hashOf(bytesInMemory(new Uint8Array()))}`);
  const sent = await orderRunning(folder, 'hash', 'all', large());
  expect(sent).toBe(`all ${LARGE * MEGABYTE} ${await hashOf(large())}`);
  expect(await uploads()).toEqual([]);
});

test('what cannot be done is said, and its file is gone', async () => {
  await expect(orderRunning(folder, 'fail', '', large())).rejects.toThrow('That cannot be kept.');
  expect(await uploads()).toEqual([]);
});

test('who does not have the secret is told so before all has been sent', async () => {
  const path = join(folder, 'control.json');
  const { port } = JSON.parse(await readFile(path, 'utf8')) as { port: number };
  await writeFile(path, JSON.stringify({ port, secret: 'x'.repeat(40) }));
  await expect(orderRunning(folder, 'hash', '', large())).rejects.toThrow('not an order this server knows');
  expect(largest).toBeLessThan(LARGE);
});

test('where no server runs there is no answer', async () => {
  await control.close();
  expect(await orderRunning(folder, 'hash')).toBeNull();
});
