/** N4: a workload is run up to every step it makes on the disk, the power is cut there, and what comes back is compared. */
import { createHash } from 'node:crypto';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import type { Checkpoint, JournalRecord, Store, StoredWorkshop } from '../../server/store/port.ts';
import { checkpointAt, record, records } from './contract.ts';
import { keepAll, loseAll, PowerCut, SimulatedDisk } from './simulated-disk.ts';
import type { Fate } from './simulated-disk.ts';

/** So many different crashes have to be recovered from; N4_STATES=100000 plays more days. */
const STATES = Number(process.env['N4_STATES'] ?? 10_000);
/** At one step: so many ways for the power cut to end, or fewer when so many in a row bring nothing new. */
const FATES = 24;
const STALE = 6;
const options = { rotateAt: 1500 };
const open = (disk: SimulatedDisk): Promise<Store> => LowdbStore.open('/', disk.files, options);

/** What was asked for and what was acknowledged: each step may be in what comes back only if asked, and must be if acknowledged. */
class Ledger {
  asked = new Map<string, number[]>();
  acked = new Map<string, number>();
  documentAsked = new Map<string, (number | null)[]>();
  documentAcked = new Map<string, number | null>();
  removalAsked = new Set<string>();
  removalAcked = new Set<string>();

  toString(): string {
    return JSON.stringify(Object.values(this).map((each: Map<string, unknown> | Set<string>) => [...each]));
  }
}

async function append(store: Store, ledger: Ledger, id: string, from: number, to: number): Promise<void> {
  ledger.asked.set(id, [...(ledger.asked.get(id) ?? []), to]);
  await store.append(id, from, records(from, to));
  ledger.acked.set(id, to);
}

async function write(store: Store, ledger: Ledger, id: string, figure: number | null): Promise<void> {
  ledger.documentAsked.set(id, [...(ledger.documentAsked.get(id) ?? []), figure]);
  await (figure === null ? store.remove('datasets', id) : store.write('datasets', id, { figure }));
  ledger.documentAcked.set(id, figure);
}

/** A short day: two workshops, groups and bursts, checkpoints with and without a new journal file, documents, a removal, a restart. */
async function knownDay(disk: SimulatedDisk, ledger: Ledger): Promise<void> {
  let store = await open(disk);
  await append(store, ledger, 'w1', 1, 1);
  await write(store, ledger, 'bls', 1);
  await append(store, ledger, 'w1', 2, 4);
  await append(store, ledger, 'w2', 1, 2);
  await Promise.all([5, 6, 7, 8].map((seq) => append(store, ledger, 'w1', seq, seq)));
  await store.writeCheckpoint('w1', checkpointAt(7));
  await Promise.all([
    append(store, ledger, 'w1', 9, 10),
    write(store, ledger, 'bls', 2),
    append(store, ledger, 'w1', 11, 11),
  ]);
  await Promise.all([store.writeCheckpoint('w1', checkpointAt(11)), append(store, ledger, 'w1', 12, 16)]);
  await store.close();
  store = await open(disk);
  await append(store, ledger, 'w1', 17, 17);
  await store.writeCheckpoint('w3', checkpointAt(4));
  await append(store, ledger, 'w3', 5, 5);
  ledger.removalAsked.add('w2');
  await store.removeWorkshop('w2');
  ledger.removalAcked.add('w2');
  await write(store, ledger, 'bls', null);
  await write(store, ledger, 'bls', 3);
  await append(store, ledger, 'w1', 18, 25);
  await store.writeCheckpoint('w1', checkpointAt(25));
  await append(store, ledger, 'w1', 26, 27);
  await store.close();
}

/** Another day, drawn from the seed: bursts, steps of several records, checkpoints that lag, restarts. */
async function drawnDay(disk: SimulatedDisk, ledger: Ledger, seed: number): Promise<void> {
  const random = fateOf(seed);
  const upTo = (limit: number): number => 1 + Math.floor(random() * limit);
  const next = new Map([
    ['w1', 1],
    ['w2', 1],
  ]);
  let store = await open(disk);
  for (let move = 0; move < 14; move += 1) {
    const id = random() < 0.7 ? 'w1' : 'w2';
    const under: Promise<void>[] = [];
    for (let burst = upTo(3); burst > 0; burst -= 1) {
      const from = next.get(id) ?? 1;
      const to = from + upTo(4) - 1;
      next.set(id, to + 1);
      under.push(append(store, ledger, id, from, to));
    }
    if (random() < 0.4) under.push(write(store, ledger, 'bls', random() < 0.3 ? null : move));
    const acked = ledger.acked.get(id) ?? 0;
    if (random() < 0.4 && acked > 2) under.push(store.writeCheckpoint(id, checkpointAt(acked)));
    await Promise.all(under);
    if (random() < 0.15) {
      await store.close();
      store = await open(disk);
    }
  }
  await store.close();
}

function fateOf(seed: number): Fate {
  const random = xoroshiro128plus(seed);
  return () => (random.next() >>> 0) / 2 ** 32;
}

function lastOf(stored: StoredWorkshop): number {
  return stored.records.at(-1)?.seq ?? stored.checkpoint?.seq ?? 0;
}

async function checkWorkshop(store: Store, ledger: Ledger, id: string): Promise<void> {
  const stored = await store.readWorkshop(id);
  const last = lastOf(stored);
  const acked = ledger.acked.get(id) ?? 0;
  const ends = [0, ...(ledger.asked.get(id) ?? []), ...(id === 'w3' ? [4] : [])];
  if (ledger.removalAsked.has(id) && last === 0) return;
  if (ledger.removalAcked.has(id)) throw new Error(`${id} came back`);
  if (last < acked) throw new Error(`${id}: ${acked} was acknowledged, ${last} came back`);
  if (!ends.includes(last)) throw new Error(`${id}: ${last} is in the middle of an append`);
  const from = stored.checkpoint?.seq ?? 0;
  const expected: { checkpoint: Checkpoint | null; records: JournalRecord[] } = {
    checkpoint: stored.checkpoint && checkpointAt(from),
    records: records(from + 1, last),
  };
  if (JSON.stringify(stored) !== JSON.stringify(expected)) expect(stored).toEqual(expected);
}

async function checkDocument(store: Store, ledger: Ledger): Promise<void> {
  const read = await store.read('datasets', 'bls', (value) => (value as { figure: number }).figure);
  const acked = ledger.documentAcked.get('bls') ?? null;
  const asked = ledger.documentAsked.get('bls') ?? [];
  const since = ledger.documentAcked.has('bls') ? asked.slice(asked.lastIndexOf(acked)) : [null, ...asked];
  if (read !== acked && !since.includes(read))
    throw new Error(`the document holds ${read}, acknowledged was ${acked}`);
}

/** Recovers, compares, goes on working, and compares again. */
async function checkRecovery(disk: SimulatedDisk, ledger: Ledger): Promise<void> {
  let store = await open(disk);
  for (const id of ['w1', 'w2', 'w3']) await checkWorkshop(store, ledger, id);
  await checkDocument(store, ledger);
  const next = lastOf(await store.readWorkshop('w1')) + 1;
  await store.append('w1', next, [record(next)]);
  if (next > 1) await store.writeCheckpoint('w1', checkpointAt(next));
  await store.close();
  store = await open(disk);
  if (lastOf(await store.readWorkshop('w1')) !== next)
    throw new Error('what was appended after the recovery is gone');
  await store.close();
}

async function cutAt(step: number): Promise<{ disk: SimulatedDisk; ledger: Ledger; isOver: boolean }> {
  const disk = new SimulatedDisk();
  disk.powerCutAt = step;
  const ledger = new Ledger();
  const isOver = await knownDay(disk, ledger).then(
    () => true,
    (error: unknown) => {
      if (!isPowerCut(error)) throw error;
      return false;
    },
  );
  return { disk, ledger, isOver };
}

/** Without closing, as when the power goes right after. */
async function readAll(disk: SimulatedDisk): Promise<unknown[]> {
  const store = await open(disk);
  const document = await store.read('datasets', 'bls', (value) => value);
  return [document, ...(await Promise.all(['w1', 'w2', 'w3'].map((id) => store.readWorkshop(id))))];
}

function isPowerCut(error: unknown): boolean {
  return error instanceof PowerCut || (error instanceof Error && isPowerCut(error.cause));
}

function fates(step: number, count: number): Fate[] {
  return [loseAll, keepAll, ...Array.from({ length: count }, (_, index) => fateOf(step * 1000 + index))];
}

/** The same disk with the same acknowledgements is the same crash. Temporary names are random, so they are left out. */
function fingerprint(disk: SimulatedDisk, ledger: Ledger): string {
  const hash = createHash('sha1').update(ledger.toString());
  const named = [...disk.everything()].map(
    ([path, content]) => [path.replace(/[0-9a-f]{12}/, ''), content] as const,
  );
  for (const [path, content] of named.sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(path).update(content);
  return hash.digest('base64');
}

/** Plays a day once and cuts the power before each of its steps, in as many ways as bring another disk. */
async function cutEverywhere(day: number, seen: Set<string>): Promise<number> {
  const disk = new SimulatedDisk();
  disk.canLink = day % 5 !== 1;
  const ledger = new Ledger();
  let failure: Error | null = null;
  const cut = async (): Promise<void> => {
    let stale = 0;
    for (const [index, fate] of fates(day * 10_000 + disk.steps, FATES).entries()) {
      const left = disk.afterPowerCut(fate);
      stale = seen.size === seen.add(fingerprint(left, ledger)).size ? stale + 1 : 0;
      if (stale >= STALE) return;
      if (stale > 0) continue;
      await checkRecovery(left, ledger).catch((cause: unknown) => {
        failure ??= new Error(`day ${day}, before step ${disk.steps}, fate ${index}: ${String(cause)}`, {
          cause,
        });
      });
    }
  };
  disk.beforeStep = cut;
  await (day === 0 ? knownDay(disk, ledger) : drawnDay(disk, ledger, day));
  await cut();
  if (failure) throw failure as Error;
  return disk.steps;
}

describe('N4 power cut', { timeout: 120_000 }, () => {
  it(`after any of ${STATES} different crashes all that was acknowledged is there, each append whole or not at all`, async () => {
    const seen = new Set<string>();
    let steps = 0;
    let days = 0;
    for (; seen.size < STATES && days < STATES; days += 1) steps += await cutEverywhere(days, seen);
    console.info(
      `N4: ${seen.size} distinct crash states, power cut before each of ${steps} steps of ${days} days`,
    );
    expect(seen.size).toBeGreaterThanOrEqual(STATES);
  }, 600_000);

  it('after a killed process loses nothing that was read in between', async () => {
    for (let step = 0, isOver = false; !isOver; step += 1) {
      const killed = await cutAt(step);
      isOver = killed.isOver;
      const disk = killed.disk;
      disk.powerCutAt = Infinity;
      const before = await readAll(disk);
      expect(await readAll(disk.afterPowerCut(loseAll))).toEqual(before);
    }
  });

  it('during the recovery from a power cut loses nothing either', async () => {
    const { disk, ledger } = await cutAt(90);
    for (const fate of fates(90, 10)) {
      for (let step = 1, isOver = false; !isOver; step += 1) {
        const second = disk.afterPowerCut(fate);
        second.powerCutAt = step;
        isOver = await checkRecovery(second, ledger).then(
          () => true,
          (error: unknown) => {
            if (!isPowerCut(error)) throw error;
            return false;
          },
        );
        const third = second.afterPowerCut(loseAll);
        const store = await open(third);
        await checkWorkshop(
          store,
          { ...ledger, asked: new Map([['w1', Array.from({ length: 40 }, (_, seq) => seq)]]) },
          'w1',
        );
        await store.close();
      }
    }
  });
});
