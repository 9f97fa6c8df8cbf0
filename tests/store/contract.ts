/** The one suite every store passes: what the port promises, whatever stands behind it. */
import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COLLECTIONS, DamagedStore, SequenceConflict, UnsafeId } from '../../server/store/port.ts';
import { parseDocument } from '../../server/store/document-text.ts';
import type { Checkpoint, JournalRecord, Store } from '../../server/store/port.ts';

export interface StoreUnderTest {
  /** An empty store in a fresh place. */
  open(): Promise<Store>;
  /** Closes it and opens what it kept. */
  reopen(store: Store): Promise<Store>;
}

export function record(seq: number, text = `step ${seq}`): JournalRecord {
  return {
    seq,
    at: 1_790_000_000_000 + seq,
    command: seq % 3 === 0 ? null : { id: `command-${seq}`, hash: `hash-${seq}` },
    actor: `employer:p${seq % 5}`,
    events: [{ type: 'ballotCast', text, share: seq / 7, nothing: null }],
  };
}

export function records(from: number, to: number): JournalRecord[] {
  return Array.from({ length: to - from + 1 }, (_, index) => record(from + index));
}

export function checkpointAt(seq: number): Checkpoint {
  return {
    seq,
    state: { title: 'État du marché “régional”', count: seq },
    answered: [[`command-${seq}`, `hash-${seq}`, seq]],
  };
}

export function describeStore(name: string, under: StoreUnderTest): void {
  describe(`${name}: the contract of a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
    });
    const restart = async (): Promise<void> => {
      store = await under.reopen(store);
    };

    describe('journal', () => journalContract(() => store, restart));
    describe('checkpoint', () => checkpointContract(() => store, restart));
    describe('replacement', () => replacementContract(() => store, restart));
    describe('documents', () => documentContract(() => store, restart));
    it('says where the data lives', () => expect(store.place).not.toBe(''));
    it('refuses every call once closed', async () => {
      await store.close();
      await expect(store.append('w1', 1, [record(1)])).rejects.toThrow(/closed/);
      await expect(store.write('staff', 'a', {})).rejects.toThrow(/closed/);
      await expect(store.probe()).rejects.toThrow(/closed/);
    });
    it('says that it could store something, and stores nothing by that', async () => {
      await store.probe();
      await restart();
      expect(await store.listWorkshops()).toEqual([]);
      for (const collection of COLLECTIONS) expect(await store.list(collection)).toEqual([]);
    });
  });
}

function journalContract(store: () => Store, restart: () => Promise<void>): void {
  it('keeps records in the order they were appended, before and after a restart', async () => {
    await store().append('w1', 1, [record(1)]);
    await store().append('w1', 2, records(2, 4));
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: null, records: records(1, 4) });
    await restart();
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: null, records: records(1, 4) });
    await store().append('w1', 5, [record(5)]);
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 5));
  });

  it('takes appends that do not wait for one another, in the order of the calls', async () => {
    await Promise.all(records(1, 40).map((each) => store().append('w1', each.seq, [each])));
    await restart();
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 40));
  });

  it('refuses a number that is not the next one, and stores nothing of it', async () => {
    await store().append('w1', 1, records(1, 3));
    await expect(store().append('w1', 3, [record(3)])).rejects.toThrow(SequenceConflict);
    await expect(store().append('w1', 5, [record(5)])).rejects.toThrow(SequenceConflict);
    await expect(store().append('w1', 4, [record(4), record(6)])).rejects.toThrow(SequenceConflict);
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 3));
    await store().append('w1', 4, [record(4)]);
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 4));
  });

  it('lets exactly one of two writers have a number', async () => {
    const both = await Promise.allSettled([
      store().append('w1', 1, [record(1, 'one')]),
      store().append('w1', 1, [record(1, 'other')]),
    ]);
    expect(both.map((each) => each.status)).toEqual(['fulfilled', 'rejected']);
    expect((await store().readWorkshop('w1')).records).toEqual([record(1, 'one')]);
  });

  it('keeps line breaks, quotes and every kind of character', async () => {
    const odd = record(1, 'a\nb\r\n"c"\u2028 \u0000 é 日本 👷 \\ </script>');
    await store().append('w1', 1, [odd]);
    await restart();
    expect((await store().readWorkshop('w1')).records).toEqual([odd]);
  });

  it('is not touched by later changes to what was given or returned', async () => {
    const given = record(1);
    await store().append('w1', 1, [given]);
    given.actor = 'changed';
    const read = (await store().readWorkshop('w1')).records[0];
    expect(read).toEqual(record(1));
    if (read) read.actor = 'changed';
    expect((await store().readWorkshop('w1')).records).toEqual([record(1)]);
  });

  it('knows nothing of an unknown workshop, and says so by an empty one', async () => {
    expect(await store().readWorkshop('never')).toEqual({ checkpoint: null, records: [] });
    expect(await store().listWorkshops()).toEqual([]);
  });

  it('keeps workshops apart and lists them', async () => {
    await store().append('w2', 1, [record(1, 'two')]);
    await store().append('w1', 1, [record(1, 'one')]);
    await restart();
    expect(await store().listWorkshops()).toEqual(['w1', 'w2']);
    expect((await store().readWorkshop('w2')).records).toEqual([record(1, 'two')]);
  });

  it('goes on with a workshop that was released as if it had not been', async () => {
    await store().append('w1', 1, records(1, 2));
    await store().release('w1');
    await store().release('never');
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 2));
    await store().append('w1', 3, [record(3)]);
    await restart();
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 3));
  });

  it('removes a workshop; its id begins again at 1', async () => {
    await store().append('w1', 1, records(1, 3));
    await store().writeCheckpoint('w1', checkpointAt(2));
    await store().removeWorkshop('w1');
    await store().removeWorkshop('w1');
    await restart();
    expect(await store().listWorkshops()).toEqual([]);
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: null, records: [] });
    await store().append('w1', 1, [record(1)]);
  });

  it.each(['', '.', '..', '../w', 'a/b', 'a\\b', '.hidden', 'a\u0000b', 'x'.repeat(101), 'é', 'a b', 'a.'])(
    'refuses %j as an id',
    async (id) => {
      await expect(store().append(id, 1, [record(1)])).rejects.toThrow(UnsafeId);
      await expect(store().readWorkshop(id)).rejects.toThrow(UnsafeId);
      await expect(store().write('datasets', id, {})).rejects.toThrow(UnsafeId);
      await expect(store().read('datasets', id, (value) => value)).rejects.toThrow(UnsafeId);
      await expect(store().removeWorkshop(id)).rejects.toThrow(UnsafeId);
    },
  );
}

function replacementContract(store: () => Store, restart: () => Promise<void>): void {
  const erased: Checkpoint = { seq: 5, state: { title: 'Erased' }, answered: [] };

  it('C5 of a workshop leaves only the new state, and its journal goes on', async () => {
    await store().append('w1', 1, records(1, 3));
    await store().writeCheckpoint('w1', checkpointAt(2));
    await store().append('w1', 4, records(4, 5));
    await store().replaceWorkshop('w1', erased);
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: erased, records: [] });
    await store().append('w1', 6, [record(6)]);
    await restart();
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: erased, records: [record(6)] });
    await store().replaceWorkshop('w1', { ...erased, seq: 6 });
    await store().append('w1', 7, [record(7)]);
    await store().writeCheckpoint('w1', checkpointAt(7));
    await restart();
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: checkpointAt(7), records: [] });
  });

  it('is refused for a state that is not the last one, and nothing is lost by it', async () => {
    await store().append('w1', 1, records(1, 5));
    await expect(store().replaceWorkshop('w1', { ...erased, seq: 4 })).rejects.toThrow(SequenceConflict);
    await expect(store().replaceWorkshop('w1', { ...erased, seq: 6 })).rejects.toThrow(SequenceConflict);
    await expect(store().replaceWorkshop('never', erased)).rejects.toThrow(SequenceConflict);
    await expect(store().replaceWorkshop('../w1', erased)).rejects.toThrow(UnsafeId);
    expect(await store().listWorkshops()).toEqual(['w1']);
    await store().append('w1', 6, [record(6)]);
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 6));
  });

  it('sees what was appended in the same instant', async () => {
    await store().append('w1', 1, records(1, 4));
    const [appended, replaced] = await Promise.allSettled([
      store().append('w1', 5, [record(5)]),
      store().replaceWorkshop('w1', { ...erased, seq: 4 }),
    ]);
    expect([appended.status, replaced.status]).toEqual(['fulfilled', 'rejected']);
    expect((await store().readWorkshop('w1')).records).toEqual(records(1, 5));
  });

  it('C5 of a document leaves only the new one', async () => {
    await store().write('revisions', 'r1', { text: 'first' });
    await store().write('revisions', 'r1', { text: 'second' });
    await store().replace('revisions', 'r1', { text: 'erased' });
    await store().replace('revisions', 'r2', { text: 'new' });
    await restart();
    expect(await store().read('revisions', 'r1', (value) => value)).toEqual({ text: 'erased' });
    expect(await store().list('revisions')).toEqual(['r1', 'r2']);
    await expect(store().replace('revisions', 'r1', null)).rejects.toThrow(TypeError);
  });
}

function checkpointContract(store: () => Store, restart: () => Promise<void>): void {
  it('is read back with only the records after it', async () => {
    await store().append('w1', 1, records(1, 5));
    await store().writeCheckpoint('w1', checkpointAt(5));
    await store().append('w1', 6, records(6, 8));
    const expected = { checkpoint: checkpointAt(5), records: records(6, 8) };
    expect(await store().readWorkshop('w1')).toEqual(expected);
    await restart();
    expect(await store().readWorkshop('w1')).toEqual(expected);
    await store().append('w1', 9, [record(9)]);
  });

  it('may lag behind the journal', async () => {
    await store().append('w1', 1, records(1, 5));
    await store().writeCheckpoint('w1', checkpointAt(3));
    await store().append('w1', 6, [record(6)]);
    await restart();
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: checkpointAt(3), records: records(4, 6) });
  });

  it('is replaced by a later one, never by an earlier, never ahead of the journal', async () => {
    await store().append('w1', 1, records(1, 6));
    await store().writeCheckpoint('w1', checkpointAt(2));
    await store().writeCheckpoint('w1', checkpointAt(4));
    await expect(store().writeCheckpoint('w1', checkpointAt(3))).rejects.toThrow(SequenceConflict);
    await expect(store().writeCheckpoint('w1', checkpointAt(7))).rejects.toThrow(SequenceConflict);
    await restart();
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: checkpointAt(4), records: records(5, 6) });
  });

  it('can begin a workshop, whose journal goes on from there', async () => {
    await store().writeCheckpoint('w1', checkpointAt(7));
    await expect(store().append('w1', 1, [record(1)])).rejects.toThrow(SequenceConflict);
    await store().append('w1', 8, [record(8)]);
    await restart();
    expect(await store().listWorkshops()).toEqual(['w1']);
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: checkpointAt(7), records: [record(8)] });
    await store().writeCheckpoint('w1', checkpointAt(8));
    expect(await store().readWorkshop('w1')).toEqual({ checkpoint: checkpointAt(8), records: [] });
  });
}

function documentContract(store: () => Store, restart: () => Promise<void>): void {
  const shape = z.strictObject({ title: z.string(), figure: z.number() });
  const read = (id: string): Promise<unknown> => store().read('datasets', id, (value) => shape.parse(value));

  it('is read back equal, replaced whole, listed and removed', async () => {
    await store().write('datasets', 'bls-2024', { title: 'Projections', figure: 0.1 });
    await store().write('datasets', 'bls-2024', { title: 'Projections, second', figure: -0.25 });
    await store().write('datasets', 'a.b_c', { title: 'Other', figure: 1 });
    await restart();
    expect(await read('bls-2024')).toEqual({ title: 'Projections, second', figure: -0.25 });
    expect(await store().list('datasets')).toEqual(['a.b_c', 'bls-2024']);
    await store().remove('datasets', 'bls-2024');
    await store().remove('datasets', 'bls-2024');
    await restart();
    expect(await read('bls-2024')).toBeNull();
    expect(await store().list('datasets')).toEqual(['a.b_c']);
  });

  it('is given as it is kept, for another thread to check and parse', async () => {
    const document = { title: 'Projections', figure: 0.1 };
    await store().write('datasets', 'bls-2024', document);
    await restart();
    const bytes = await store().stored('datasets', 'bls-2024');
    expect(parseDocument(Buffer.from(bytes ?? ''), 'datasets', 'here').document).toEqual(document);
    expect(await store().stored('datasets', 'none')).toBeNull();
  });

  it('is null when there is none, and collections are apart', async () => {
    expect(await read('none')).toBeNull();
    await store().write('templates', 'same', { title: 'Template', figure: 1 });
    expect(await store().read('revisions', 'same', (value) => value)).toBeNull();
    expect(await store().list('revisions')).toEqual([]);
  });

  it('that is not what it should be is a DamagedStore, not a default', async () => {
    await store().write('datasets', 'wrong', { title: 'No figure' });
    await expect(read('wrong')).rejects.toThrow(DamagedStore);
  });

  it('must be something', async () => {
    await expect(store().write('datasets', 'a', null)).rejects.toThrow(TypeError);
    await expect(store().write('datasets', 'a', undefined)).rejects.toThrow(TypeError);
    expect(await read('a')).toBeNull();
  });

  it('keeps the last of writes that do not wait for one another', async () => {
    await Promise.all(
      [1, 2, 3, 4, 5].map((figure) => store().write('datasets', 'many', { title: 'Many', figure })),
    );
    expect(await read('many')).toEqual({ title: 'Many', figure: 5 });
  });
}
