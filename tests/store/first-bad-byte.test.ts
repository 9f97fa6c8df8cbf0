/** N5: verify names the first bad byte: the very byte where a checksum can tell it, else the bytes it is among. */
import { crc32 } from 'node:zlib';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { changedByte } from '../../server/store/changed-byte.ts';
import { DamagedFile } from '../../server/store/damaged-file.ts';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { filesInMemory } from '../../server/store/read-only-files.ts';
import { verifySource } from '../../server/store/verify-folder.ts';
import { ZipWriter } from '../../server/store/zip-files.ts';
import { zipDamage } from '../../server/store/zip-damage.ts';
import { records } from './contract.ts';
import { SimulatedDisk } from './simulated-disk.ts';

const random = xoroshiro128plus(7);
const draw = (below: number): number => (random.next() >>> 0) % below;
const FLIPS = 1_000;

function flipped(content: Buffer): { at: number; bytes: Buffer } {
  const at = draw(content.length);
  const bytes = Buffer.from(content);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
  return { at, bytes };
}

test('N5 of 1,000 flipped bits in journals, documents and the list of a backup each is found, as good as all to the byte', async () => {
  const disk = new SimulatedDisk();
  const store = await LowdbStore.open('/', disk.files, { rotateAt: 0 });
  await store.append('w1', 1, records(1, 6));
  await store.append('w1', 7, records(7, 9));
  await store.write('datasets', 'bls', { title: 'État', figures: records(1, 4) });
  await store.close();
  const whole = new Map([...disk.everything()].map(([path, bytes]) => [path.slice(1), bytes]));
  const paths = ['workshops/w1/journal.ndjson', 'datasets/bls.json'];
  let exact = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const path = paths[flip % paths.length] ?? '';
    const { at, bytes } = flipped(whole.get(path) ?? Buffer.alloc(0));
    const source = filesInMemory(new Map(whole).set(path, bytes));
    const { problems } = await verifySource(source, '', 'memory');
    const [problem] = problems;
    const line = `bit of byte ${at} of ${path}: ${JSON.stringify(problem)}`;
    expect(
      problems.map(({ file }) => file),
      line,
    ).toEqual([path]);
    if (problem?.offset === at) exact += 1;
    else expect(problem?.place, line).toMatch(/bytes from|byte 0|damaged/);
  }
  console.info(`N5 first bad byte: of ${FLIPS} flipped bits ${exact} are named to the byte`);
  expect(exact).toBeGreaterThan(0.97 * FLIPS);
});

test('N5 a changed byte is found at any place, and more than one at none', () => {
  const content = Buffer.from(JSON.stringify(records(1, 3)));
  const stored = crc32(content);
  for (let at = 0; at < content.length; at += 1) {
    const bytes = Buffer.from(content);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + draw(255));
    expect(changedByte(bytes, crc32(bytes), stored)).toBe(at);
  }
  const two = Buffer.from(content);
  two.write('~~~', 40);
  expect(changedByte(two, crc32(two), stored)).toBeNull();
});

function zip(): Buffer {
  const writer = new ZipWriter();
  const files = ['datasets/a.json', 'datasets/b.json', 'backup.json'];
  const parts = files.map((path, at) => writer.add(path, Buffer.from(JSON.stringify(records(at, at + 20)))));
  return Buffer.concat([...parts, writer.end()]);
}

test('N5 of a damaged zip the first bad file and its bytes are named, wherever a bit is flipped', () => {
  const whole = zip();
  expect(zipDamage(whole)).toBeNull();
  const second = whole.indexOf('datasets/b.json') - 30;
  const third = whole.indexOf('backup.json') - 30;
  const inSecond = zipDamage(
    Buffer.concat([whole.subarray(0, second + 80), Buffer.from('~'), whole.subarray(second + 81)]),
  );
  expect(inSecond?.message).toContain('datasets/b.json');
  expect(inSecond?.offset).toBe(second + 45);
  expect(inSecond?.within).toBeLessThan(third - second);
  const directory = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  let named = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const { at, bytes } = flipped(whole);
    const damage = zipDamage(bytes);
    if (!damage) continue;
    named += 1;
    const { offset, within } = damage;
    const isThere = at >= offset - 60 && at <= offset + (within ?? 0) + 60;
    expect([at, offset, within, isThere || at >= directory]).toEqual([at, offset, within, true]);
  }
  console.info(`N5 zip: of ${FLIPS} flipped bits ${named} are named with their file`);
  expect(named).toBeGreaterThan(0.9 * FLIPS);
  for (let length = 0; length < whole.length; length += 7)
    expect(zipDamage(whole.subarray(0, length))?.offset).toBe(length < 4 ? 0 : length);
  expect(new DamagedFile('b.zip', inSecond!, null).message).toMatch(
    /b\.zip is damaged somewhere in the \d+ bytes from byte/,
  );
});
