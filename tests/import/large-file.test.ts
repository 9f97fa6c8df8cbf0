import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../server/import/import-file.ts';
import { importLimits } from '../../server/import/limits.ts';
import { Cancelled } from '../../server/import/tables/cancelled.ts';
import { bytesInMemory } from '../../server/import/tables/file-bytes.ts';
import type { FileBytes } from '../../server/import/tables/file-bytes.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { TooMuchSent, uploadedFile } from '../../server/services/uploaded-file.ts';
import { seeds } from '../fuzz/seeds.ts';
import { longHeader } from './file-of.ts';

const megabyte = 1024 * 1024;
const options = { area: 'Colorado', now: 0, codeList: loadCodeList() };
const row = (title: string) => `29-1141,${title},US,employment,2024,persons,5,,,,,mine\n`;

/** Read as a large file is, whatever its size: in parts so small that they break lines and letters. */
function asLarge(bytes: Uint8Array, part = 7): FileBytes {
  return {
    ...bytesInMemory(bytes),
    size: importLimits.bytes + 1,
    whole: () => Promise.reject(new Error('A large file is never held whole.')),
    async *chunks() {
      for (let start = 0; start < bytes.length; start += part) yield bytes.subarray(start, start + part);
    },
  };
}

describe('B8 a CSV of any size in bounded memory', () => {
  const csv = seeds.filter(({ name }) => name.endsWith('.csv'));
  test.each(csv.map((seed) => [seed.name, seed] as const))(
    '%s becomes the same read in parts',
    async (_name, { name, bytes, answers }) => {
      const whole = await importFile(bytes, name, { ...options, answers });
      const parts = await importFile(asLarge(bytes), name, { ...options, answers });
      expect({ ...parts.preview, bytes: 0, seconds: 0 }).toEqual({ ...whole.preview, bytes: 0, seconds: 0 });
      expect(parts.dataset).toEqual(whole.dataset);
    },
  );

  test('letters beyond the head in another encoding, or bytes that are no text, are answered with a line', async () => {
    const filler = row('x'.repeat(8_000));
    const head = `${longHeader}\n${filler.repeat(Math.ceil(importLimits.headBytes / filler.length))}`;
    const read = async (end: string, encoding: 'latin1' | 'utf8') =>
      (await importFile(asLarge(Buffer.from(`${head}\n${end}`, encoding), 65_536), 'a.csv', options)).preview;
    expect((await read(row('R\u00e9sum\u00e9'), 'latin1')).problems[0]).toMatch(
      /after line \d+ the file is not in the enc/,
    );
    expect((await read(row('\0'), 'utf8')).problems[0]).toContain('no text');
    expect((await read(row('R\u00e9sum\u00e9'), 'utf8')).problems).toEqual([]);
  });

  test('U4 stopping it stops reading the file', async () => {
    const stop = new AbortController();
    const closed = Promise.withResolvers<number>();
    const endless: FileBytes = {
      ...asLarge(Buffer.from(`${longHeader}\n`)),
      async *chunks() {
        let parts = 0;
        try {
          yield Buffer.from(`${longHeader}\n`);
          for (;;) {
            parts += 1;
            if (parts === 50) stop.abort();
            yield Buffer.from(row('x').repeat(100));
            await new Promise((resolve) => setImmediate(resolve));
          }
        } finally {
          closed.resolve(parts);
        }
      },
    };
    const reading = importFile(endless, 'a.csv', { ...options, sha256: 'x', signal: stop.signal });
    await expect(reading).rejects.toThrow(Cancelled);
    expect(await closed.promise).toBeLessThan(100);
  });

  test('of 48 MB that come by, a few are alive at any moment', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const alive: number[] = [];
    const block = Buffer.from(row('x'.repeat(4_000)).repeat(64));
    const passing: FileBytes = {
      ...asLarge(Buffer.from(`${longHeader}\n`)),
      async *chunks() {
        yield Buffer.from(`${longHeader}\n`);
        for (let sent = 0; sent < 48 * megabyte; sent += block.length) {
          if (sent % (16 * block.length) === 0) {
            collect();
            const { heapUsed, external } = process.memoryUsage();
            alive.push((heapUsed + external) / megabyte);
          }
          yield Buffer.from(block);
        }
      },
    };
    const { preview } = await importFile(passing, 'a.csv', { ...options, sha256: 'x' });
    expect(preview).toMatchObject({ rowsKept: 1, problems: [] });
    expect(preview.rowsRead).toBeGreaterThan(12_000);
    expect(alive.length).toBeGreaterThan(5);
    expect(Math.max(...alive) - Math.min(...alive)).toBeLessThan(20);
  }, 60_000);
});

describe('a file that is sent', () => {
  const folders = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('plumbline-upload-'));

  test('is on the disk while it is on the desk, and leaves nothing', async () => {
    const before = await folders();
    const file = await uploadedFile(Readable.from([Buffer.from('a,b\n'), Buffer.from('1,2\n')]));
    expect(file.size).toBe(8);
    expect(Buffer.from(await file.head(3)).toString()).toBe('a,b');
    expect(await folders()).toHaveLength(before.length + 1);
    await file.remove?.();
    expect(await folders()).toEqual(before);
  });

  test.each([
    ['is too large', [Buffer.alloc(6), Buffer.alloc(6)], TooMuchSent],
    ['breaks off', [Buffer.alloc(6), new Error('gone')], Error],
  ])('that %s leaves nothing', async (_name, parts, error) => {
    const before = await folders();
    async function* body() {
      for (const part of parts) {
        if (part instanceof Error) throw part;
        yield part;
      }
    }
    await expect(uploadedFile(body(), 10)).rejects.toThrow(error);
    expect(await folders()).toEqual(before);
  });
});
