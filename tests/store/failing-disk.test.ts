/** N6: a full or failing disk acknowledges nothing, and nothing is tried again on a journal whose state is unknown. */
import { describe, expect, it } from 'vitest';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { StorageFailed } from '../../server/store/storage-failed.ts';
import { record, records } from './contract.ts';
import { loseAll, SimulatedDisk } from './simulated-disk.ts';

async function storeWithRecords(): Promise<{ disk: SimulatedDisk; store: LowdbStore }> {
  const disk = new SimulatedDisk();
  const store = await LowdbStore.open('/', disk.files);
  await store.append('w1', 1, records(1, 3));
  return { disk, store };
}

async function failureOf(promise: Promise<unknown>): Promise<StorageFailed> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StorageFailed)) throw new Error(`expected StorageFailed, got ${String(error)}`);
  return error;
}

describe('N6 a disk that fails', () => {
  it.each([
    {
      step: 1,
      what: 'write',
      code: 'ENOSPC' as const,
      sentence: /w1\/journal\.ndjson could not be written: the disk is full/,
      isFinal: false,
    },
    { step: 2, what: 'sync', code: 'EIO' as const, sentence: /the disk reported an error/, isFinal: true },
  ])('under a $what takes nothing more for that journal', async ({ step, code, sentence, isFinal }) => {
    const { disk, store } = await storeWithRecords();
    disk.fault = { atStep: disk.steps + step, code, partial: 40 };
    const failure = await failureOf(store.append('w1', 4, [record(4)]));
    expect(failure.message).toMatch(sentence);
    expect(failure.isFinal).toBe(isFinal);
    const steps = disk.steps;
    expect((await failureOf(store.append('w1', 4, [record(4)]))).isFinal).toBe(isFinal);
    expect((await failureOf(store.append('w1', 5, [record(5)]))).isFinal).toBe(isFinal);
    await failureOf(store.writeCheckpoint('w1', { seq: 3, state: {}, answered: [] }));
    expect(disk.steps).toBe(steps);
  });

  it.each([0, 40, 10_000])(
    'under a write of which %i bytes arrived can still be read: exactly what was acknowledged',
    async (partial) => {
      const { disk, store } = await storeWithRecords();
      const before = disk.everything();
      disk.fault = { atStep: disk.steps + 1, code: 'ENOSPC', partial };
      await failureOf(store.append('w1', 4, records(4, 6)));
      expect((await store.readWorkshop('w1')).records).toEqual(records(1, 3));
      expect(disk.everything()).toEqual(before);
    },
  );

  it('under a sync cannot be read any more by this process: nobody knows what is there', async () => {
    const { disk, store } = await storeWithRecords();
    disk.fault = { atStep: disk.steps + 2, code: 'EIO' };
    await failureOf(store.append('w1', 4, [record(4)]));
    expect((await failureOf(store.readWorkshop('w1'))).isFinal).toBe(true);
  });

  it('is recovered by the next process: what was acknowledged, and the journal goes on', async () => {
    const { disk, store } = await storeWithRecords();
    disk.fault = { atStep: disk.steps + 1, code: 'ENOSPC', partial: 40 };
    await failureOf(store.append('w1', 4, [record(4)]));
    await store.close();
    const next = await LowdbStore.open('/', disk.files);
    expect((await next.readWorkshop('w1')).records).toEqual(records(1, 3));
    await next.append('w1', 4, [record(4)]);
    expect((await next.readWorkshop('w1')).records).toEqual(records(1, 4));
  });

  it('rejects all that waited for the same sync', async () => {
    const { disk, store } = await storeWithRecords();
    disk.fault = { atStep: disk.steps + 2, code: 'EIO' };
    const all = await Promise.allSettled([4, 5, 6].map((seq) => store.append('w1', seq, [record(seq)])));
    expect(all.map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('rejects, without touching the disk, what was asked while the failing sync was under way', async () => {
    const { disk, store } = await storeWithRecords();
    disk.fault = { atStep: disk.steps + 2, code: 'EIO' };
    const first = failureOf(store.append('w1', 4, [record(4)]));
    const written = disk.steps + 1;
    while (disk.steps < written) await Promise.resolve();
    const second = failureOf(store.append('w1', 5, [record(5)]));
    expect([(await first).isFinal, (await second).isFinal]).toEqual([true, true]);
    expect(disk.steps).toBe(written + 1);
  });

  it('leaves a document as it was, and other work goes on', async () => {
    const { disk, store } = await storeWithRecords();
    await store.write('datasets', 'bls', { figure: 1 });
    disk.fault = { atStep: disk.steps + 2, code: 'ENOSPC', partial: 10 };
    const failure = await failureOf(store.write('datasets', 'bls', { figure: 2 }));
    expect(failure.isFinal).toBe(false);
    expect(await store.read('datasets', 'bls', (value) => value)).toEqual({ figure: 1 });
    expect(await disk.files.listFolder('/datasets')).toEqual(['bls.json']);
    await store.write('datasets', 'bls', { figure: 3 });
    await store.append('w1', 4, [record(4)]);
    expect(await store.read('datasets', 'bls', (value) => value)).toEqual({ figure: 3 });
  });

  it('keeps a workshop whose removal failed', async () => {
    const { disk, store } = await storeWithRecords();
    disk.fault = { atStep: disk.steps + 1, code: 'EIO' };
    await failureOf(store.removeWorkshop('w1'));
    const next = await LowdbStore.open('/', disk.afterPowerCut(loseAll).files);
    expect((await next.readWorkshop('w1')).records).toEqual(records(1, 3));
  });
});

describe('group commit', () => {
  it('B3 25 appends in one instant share one or two syncs', async () => {
    const { disk, store } = await storeWithRecords();
    const before = disk.syncs;
    await Promise.all(records(4, 28).map((each) => store.append('w1', each.seq, [each])));
    expect(disk.syncs - before).toBeLessThanOrEqual(2);
    expect((await store.readWorkshop('w1')).records).toEqual(records(1, 28));
  });
});
