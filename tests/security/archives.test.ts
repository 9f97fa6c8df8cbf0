/** Uploads: a zip that climbs out, repeats, swarms, swells or lies is refused before it costs anything. */
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { bundleLimits } from '../../server/import/bundle-limits.ts';
import { unzipSafely } from '../../server/import/unzip-safely.ts';

const MB = 1024 * 1024;
const one = new Uint8Array([1]);
const zipped = (files: Zippable): Uint8Array => zipSync(files, { level: 9 });
const problemOf = (bytes: Uint8Array): string => {
  const read = unzipSafely(bytes);
  return 'problem' in read ? read.problem : 'none';
};

/** Every place where the zip states the size of what is packed says this instead: each local header and the directory. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const lying = Buffer.from(bytes);
  for (let at = 0; at < lying.length - 4; at += 1) {
    const signature = lying.readUInt32LE(at);
    if (signature === 0x04034b50) lying.writeUInt32LE(size, at + 22);
    if (signature === 0x02014b50) lying.writeUInt32LE(size, at + 24);
  }
  return lying;
}

test('S6 a name that leads out of the folder, or is no plain name, is refused', () => {
  const names = [
    '../x.csv',
    'data/../../x.csv',
    '/etc/x.csv',
    'C:/x.csv',
    'a\\b.csv',
    '.hidden',
    'a/b/c/d/e/f.csv',
    'a//b.csv',
    'x\u0000.csv',
    'x\u202Evsc.csv',
    ' x.csv',
  ];
  for (const name of names) {
    const file = Object.fromEntries([[name, one]]);
    expect([name, problemOf(zipped(file))]).toEqual([name, expect.stringContaining('unsafe name')]);
  }
  expect(unzipSafely(zipped({ 'data/occupations.csv': one }))).toHaveProperty('files');
});

test('S6 too many files, and a zip that swells, are refused by what the directory says', () => {
  const many = Object.fromEntries(
    Array.from({ length: bundleLimits.entries + 1 }, (_, index) => [`f${index}.csv`, one]),
  );
  expect(problemOf(zipped(many))).toContain(`more than ${bundleLimits.entries} files`);
  expect(problemOf(zipped({ 'a.csv': new Uint8Array(8 * MB) }))).toContain('packed so tightly');
  expect(problemOf(claiming(zipped({ 'a.csv': one }), bundleLimits.entryBytes + 1))).toContain(
    'unpacks to too much',
  );
  expect(problemOf(new Uint8Array(64))).toContain('not a zip');
});

test('S6 a zip that claims to be small unpacks to no more than it claims', () => {
  const bytes = claiming(zipped({ 'a.csv': new Uint8Array(8 * MB) }), 1_000);
  const before = process.memoryUsage().arrayBuffers;
  const read = unzipSafely(bytes);
  const size = 'files' in read ? (read.files.get('a.csv')?.length ?? 0) : 0;
  expect(size).toBeLessThanOrEqual(1_000);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * MB);
});

test('S6 a zip within a zip stays a file, and is not opened', () => {
  const inner = zipped({ '../../x.csv': one });
  const read = unzipSafely(zipped({ 'inner.zip': inner }));
  expect('files' in read && [...read.files.keys()]).toEqual(['inner.zip']);
});
