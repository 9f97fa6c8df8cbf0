/** N5: whatever happens to the bytes, what comes back is exact, or a refusal that names the file and keeps it. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { NewerFormat } from '../../server/store/newer-format.ts';
import { DamagedStore } from '../../server/store/port.ts';
import type { StoredWorkshop } from '../../server/store/port.ts';
import { checkpointAt, record, records } from './contract.ts';
import { keepAll, SimulatedDisk } from './simulated-disk.ts';

const JOURNAL = '/workshops/w1/journal.ndjson';
const CHECKPOINT = '/workshops/w1/checkpoint.json';
const ARCHIVE = '/workshops/w1/journal-000005.ndjson';
const WATERMARK = '/workshops/w1/watermark.json';
const DOCUMENT = '/datasets/bls.json';
const VERSION_AT = '{"format":"plumbline","version":'.length;
const exact = {
  workshop: { checkpoint: checkpointAt(8), records: records(9, 14) },
  document: { figure: 2, title: 'État' },
};
/** The same, put together from the checkpoint before and the journal after it. */
const fromEarlier = { ...exact, workshop: { checkpoint: checkpointAt(4), records: records(5, 14) } };

interface Content {
  workshop: StoredWorkshop;
  document: unknown;
}

const tally: Record<string, { exact: number; refused: number }> = {};
let whole: SimulatedDisk;
let crashed: SimulatedDisk;

beforeAll(async () => {
  const disk = new SimulatedDisk();
  const store = await LowdbStore.open('/', disk.files, { rotateAt: 0 });
  await store.append('w1', 1, records(1, 4));
  await store.writeCheckpoint('w1', checkpointAt(4));
  await store.append('w1', 5, records(5, 8));
  await store.writeCheckpoint('w1', checkpointAt(8));
  await store.append('w1', 9, [record(9)]);
  await store.append('w1', 10, records(10, 12));
  await store.append('w1', 13, records(13, 14));
  await store.write('datasets', 'bls', { figure: 1 });
  await store.write('datasets', 'bls', exact.document);
  crashed = disk.afterPowerCut(keepAll);
  await store.close();
  whole = disk;
});

async function readAll(disk: SimulatedDisk): Promise<Content> {
  const store = await LowdbStore.open('/', disk.files, { rotateAt: 0 });
  const workshop = await store.readWorkshop('w1');
  return { workshop, document: await store.read('datasets', 'bls', (value) => value) };
}

/** 'exact', or 'refused' once the refusal has named the file, left it as it was and kept a copy. */
async function outcome(
  from: SimulatedDisk,
  path: string,
  change: (content: Buffer) => Buffer,
  what = 'other',
): Promise<'exact' | 'refused'> {
  const result = await changed(from, path, change);
  (tally[what] ??= { exact: 0, refused: 0 })[result] += 1;
  return result;
}

async function changed(
  from: SimulatedDisk,
  path: string,
  change: (content: Buffer) => Buffer,
): Promise<'exact' | 'refused'> {
  const disk = from.afterPowerCut(keepAll);
  disk.damage(path, change);
  const damaged = disk.everything().get(path);
  const content = await readAll(disk).catch((error: unknown) => error);
  expect(damaged && disk.everything().get(path)?.equals(damaged)).toBe(true);
  if (!(content instanceof Error)) {
    expect(content).toEqual(path === CHECKPOINT ? fromEarlier : exact);
    return 'exact';
  }
  expect(content.constructor === NewerFormat || content instanceof DamagedStore, String(content)).toBe(true);
  expect(content.message).toContain(path);
  const copies = [...disk.everything()].filter(([name]) => name.startsWith(`${path}.damaged-`));
  if (content instanceof DamagedStore && damaged?.length) {
    expect(copies.map(([, bytes]) => bytes.equals(damaged))).toEqual([true]);
  }
  return 'refused';
}

const sum = (counted: { exact: number; refused: number } | undefined): number =>
  (counted?.exact ?? 0) + (counted?.refused ?? 0);
const paths = (): string[] => [...whole.everything().keys()];
const lengthOf = (path: string): number => whole.everything().get(path)?.length ?? 0;

describe('N5 damage', { timeout: 60_000 }, () => {
  afterAll(() => {
    const counted = Object.entries(tally).map(
      ([what, { exact: same, refused }]) =>
        `${same + refused} ${what} (${same} recovered exactly, ${refused} refused by name)`,
    );
    console.info(`N5: ${counted.join('; ')}`);
  });

  it('none: everything is exact', async () => {
    expect(await readAll(whole.afterPowerCut(keepAll))).toEqual(exact);
    expect(paths()).toContain(WATERMARK);
  });

  it(
    'truncation of any file that is read, at any byte, is exact or refused',
    { timeout: 120_000 },
    async () => {
      const read = [JOURNAL, CHECKPOINT, DOCUMENT, WATERMARK];
      for (const path of read) {
        for (let length = 0; length < lengthOf(path); length += 1) {
          const result = await outcome(whole, path, (content) => content.subarray(0, length), 'truncations');
          if (path === JOURNAL || path === DOCUMENT)
            expect(result, `${path} cut at ${length}`).toBe('refused');
        }
      }
      expect(sum(tally['truncations'])).toBe(read.reduce((all, path) => all + lengthOf(path), 0));
    },
  );

  it('truncation of the journal after a crash, at any byte, keeps exactly the whole appends before it', async () => {
    const content = crashed.everything().get(JOURNAL) ?? Buffer.alloc(0);
    const lineEnds = [...content.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    const ends = [lineEnds[0], lineEnds[1], lineEnds[4], lineEnds[6]].map(Number);
    const lastSeq = [8, 9, 12, 14];
    for (let length = Number(ends[0]); length <= content.length; length += 1) {
      const disk = crashed.afterPowerCut(keepAll);
      disk.damage(JOURNAL, (bytes) => bytes.subarray(0, length));
      const kept = ends.findLastIndex((end) => end <= length);
      expect((await readAll(disk)).workshop.records).toEqual(records(9, Number(lastSeq[kept])));
      const torn = [...disk.everything()]
        .filter(([path]) => path.startsWith(`${JOURNAL}.torn-`))
        .map(([, bytes]) => bytes);
      expect(torn).toEqual(length === ends[kept] ? [] : [content.subarray(ends[kept], length)]);
    }
  });

  it('1,000 flipped bits are exact or refused', async () => {
    const random = xoroshiro128plus(5);
    const draw = (below: number): number => (random.next() >>> 0) % below;
    const refusedIn = new Set<string>();
    for (let flip = 0; flip < 1000; flip += 1) {
      const path = paths()[flip % paths().length] ?? JOURNAL;
      const [at, bit] = [draw(lengthOf(path)), draw(8)];
      const flipped = (content: Buffer): Buffer => {
        content[at] = (content[at] ?? 0) ^ (1 << bit);
        return content;
      };
      const result = await outcome(whole, path, flipped, 'flipped bits');
      if (result === 'refused') refusedIn.add(path);
      if ([JOURNAL, DOCUMENT].includes(path))
        expect(result, `${path} bit ${bit} of byte ${at}`).toBe('refused');
      // Only its version, read as a later one, is not made up for by the generation before.
      if (path === CHECKPOINT && at !== VERSION_AT) expect(result, `bit ${bit} of byte ${at}`).toBe('exact');
    }
    expect(refusedIn.has(JOURNAL)).toBe(true);
    expect(sum(tally['flipped bits'])).toBe(1000);
  });

  it('every bit of the last record, also after a crash, is refused', async () => {
    const content = crashed.everything().get(JOURNAL) ?? Buffer.alloc(0);
    const from = content.lastIndexOf(10, content.length - 2) + 1;
    for (let at = from; at < content.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flip = (bytes: Buffer): Buffer => {
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          return bytes;
        };
        const result = await outcome(crashed, JOURNAL, flip, 'flipped bits of the last record');
        expect(result, `bit ${bit} of byte ${at}`).toBe('refused');
      }
    }
  });

  it('zero-filling from any byte to the end is refused, also after a crash', async () => {
    for (const path of [JOURNAL, DOCUMENT]) {
      for (let at = 0; at < lengthOf(path); at += 1) {
        const result = await outcome(crashed, path, (content) => content.fill(0, at), 'zero-fillings');
        expect(result, `${path} from ${at}`).toBe('refused');
      }
    }
  });

  it.each(['', 'null', 'null\n', '{}', '[]\n', '\n', '{"records":[]}'])(
    'a file that holds %j is refused',
    async (text) => {
      for (const path of [JOURNAL, DOCUMENT, WATERMARK]) {
        expect(await outcome(whole, path, () => Buffer.from(text)), path).toBe('refused');
      }
    },
  );

  it('a line left out, doubled or moved is refused', async () => {
    const lines = (content: Buffer): string[] => content.toString().split(/(?<=\n)/);
    for (let at = 1; at <= 6; at += 1) {
      const changes = [
        (all: string[]) => all.toSpliced(at, 1),
        (all: string[]) => all.toSpliced(at, 0, all[at] ?? ''),
        (all: string[]) => all.toSpliced(1, 1).toSpliced(at, 0, all[1] ?? ''),
      ].slice(0, at === 1 ? 2 : 3);
      for (const change of changes) {
        expect(await outcome(whole, JOURNAL, (content) => Buffer.from(change(lines(content)).join('')))).toBe(
          'refused',
        );
      }
    }
  });

  it('names the byte where the journal stops checking', async () => {
    const disk = whole.afterPowerCut(keepAll);
    const content = disk.everything().get(JOURNAL) ?? Buffer.alloc(0);
    const second = content.indexOf(10, content.indexOf(10) + 1) + 1;
    const length = content.indexOf(10, second) + 1 - second;
    const damaged = (text: string, at: number): Promise<Content> => {
      const other = disk.afterPowerCut(keepAll);
      other.damage(JOURNAL, (bytes) => bytes.fill(text, at, at + text.length));
      return readAll(other);
    };
    await expect(damaged('~', second + 60)).rejects.toThrow(`${JOURNAL} is damaged at byte ${second + 60}:`);
    await expect(damaged('~~', second + 60)).rejects.toThrow(
      `${JOURNAL} is damaged somewhere in the ${length} bytes from byte ${second} on:`,
    );
  });

  it('a missing journal is refused, and so is a missing document whose earlier generation is there', async () => {
    for (const path of [JOURNAL, DOCUMENT]) {
      const disk = whole.afterPowerCut(keepAll);
      await disk.files.removeFile(path);
      await expect(readAll(disk)).rejects.toThrow(path);
    }
  });

  it('a newer format is refused by name', async () => {
    const newer = (content: Buffer): Buffer =>
      Buffer.from(content.toString().replace('"version":1', '"version":2'));
    const disk = whole.afterPowerCut(keepAll);
    disk.damage(DOCUMENT, newer);
    await expect(readAll(disk)).rejects.toThrow(/newer Plumbline \(format 2/);
  });

  it('a damaged checkpoint is made up for by the one before and the journal, or refused when a file between is gone', async () => {
    const disk = whole.afterPowerCut(keepAll);
    disk.damage(CHECKPOINT, (content) => content.fill('?', 90, 95));
    expect(await readAll(disk)).toEqual(fromEarlier);
    const copies = [...disk.everything().keys()].filter((path) => path.startsWith(`${CHECKPOINT}.damaged-`));
    expect(copies).toHaveLength(1);
    await disk.files.removeFile(ARCHIVE);
    await expect(readAll(disk)).rejects.toThrow(CHECKPOINT);
  });

  it('a damaged checkpoint never becomes the earlier generation', async () => {
    const disk = whole.afterPowerCut(keepAll);
    disk.damage(CHECKPOINT, (content) => content.fill('?', 90, 95));
    const store = await LowdbStore.open('/', disk.files, { rotateAt: 0 });
    await store.writeCheckpoint('w1', checkpointAt(14));
    expect(disk.everything().get(`${CHECKPOINT}.prev`)?.toString()).toContain('"seq":4');
    expect(await store.readWorkshop('w1')).toEqual({ checkpoint: checkpointAt(14), records: [] });
  });
});
