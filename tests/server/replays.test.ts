/** The life of a dataset through services and store: a release arrives, what stood is replayed, settled, published, exported, imported. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleZip } from '../../server/export/bundle.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import type { Services } from '../../server/services.ts';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import type { MemoryContents } from '../../server/store/memory-store.ts';
import { revisionInput, sha256 } from '../lmi/revision-fixture.ts';
import { forty, may2024, may2025 } from './new-release.ts';
import { orThrow } from './test-server.ts';

const ANA = { id: 'a-1', name: 'Ana Lima' };
const NOW = Date.parse('2026-12-02T09:00:00.000Z');
const first = buildRevision(
  revisionInput({
    id: 'r-0000000001',
    dataset: may2024,
    adjustments: forty.map(([, adjustment]) => adjustment),
    tallies: { critical: [], gaps: [], preferences: [], steps: [], transitions: [], choices: [] },
  }),
);

let contents: MemoryContents;
let server: RunningServer;
let desk: Services;

const open = async (on: MemoryContents): Promise<RunningServer> =>
  startServer({
    host: '127.0.0.1',
    port: 0,
    data: { store: memoryStore(on) },
    pages: 'none',
    now: () => NOW,
  });

/** As after a power cut: what is in the store is all that is left. */
async function restart(): Promise<void> {
  await server.close();
  server = await open(contents);
  desk = server.services.onBehalfOf(ANA);
}

beforeEach(async () => {
  contents = memoryContents();
  const store = memoryStore(contents);
  for (const release of [may2024, may2025]) await store.write('datasets', release.id, release);
  await store.write('revisions', first.id, first);
  server = await open(contents);
  desk = server.services.onBehalfOf(ANA);
});
afterEach(() => server.close());

const begun = async (): Promise<string> => orThrow(await desk.replays.start(first.id, may2025.id)).replay;
const viewOf = async (id: string) => {
  const view = await desk.replays.get(id);
  if (!view) throw new Error('The replay is gone.');
  return view;
};
const settling = { decision: 'keep' as const, value: null, rationale: 'Still so.', role: 'analyst' };

/** What cannot stand is withdrawn, the rest kept. */
async function settleAll(id: string): Promise<void> {
  const open = (await viewOf(id)).items.filter((each) => each.outcome === 'conflict');
  const [standing, gone] = [open.filter(({ on }) => on), open.filter(({ on }) => !on)];
  const ids = (items: typeof open) => items.map(({ adjustment }) => adjustment.id);
  orThrow(await desk.replays.settle(id, { ...settling, adjustments: ids(standing) }));
  orThrow(await desk.replays.settle(id, { ...settling, decision: 'withdraw', adjustments: ids(gone) }));
}

describe('A4 from May 2024 to a changed release', () => {
  test('there are forty adjustments of every kind', () => {
    expect(forty).toHaveLength(40);
    expect(new Set(forty.map(([, { kind }]) => kind)).size).toBe(7);
    expect(new Set(forty.map(([, { id }]) => id)).size).toBe(40);
  });

  test('it is offered, and each is carried, superseded or in conflict exactly as the table says', async () => {
    expect(await desk.replays.offers(may2025.id)).toEqual([
      {
        revision: { id: first.id, number: 1 },
        dataset: { id: may2024.id, title: may2024.title, release: may2024.release },
        standing: 40,
        replay: null,
      },
    ]);
    const { items, counts } = await viewOf(await begun());
    const told = new Map(items.map((each) => [each.adjustment.id, each]));
    expect(forty.map(([what, { id }]) => [what, told.get(id)?.outcome])).toEqual(
      forty.map(([what, , outcome]) => [what, outcome]),
    );
    expect(
      items.filter(({ on, outcome }) => outcome === 'conflict' && !on).map((each) => each.adjustment.id),
    ).toEqual(forty.filter(([, , , gone]) => gone).map(([, { id }]) => id));
    expect(counts).toEqual({ carried: 18, superseded: 7, conflict: 15 });
    for (const { reason } of items) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  test('it waits for every conflict, and a half-settled one survives a restart', async () => {
    const id = await begun();
    const { items } = await viewOf(id);
    const conflicts = items.filter(({ outcome }) => outcome === 'conflict' && true);
    const [one, two] = conflicts.filter(({ on }) => on).map(({ adjustment }) => adjustment.id);
    expect(await desk.replays.publish(id, ANA)).toEqual({ message: '15 conflicts are not settled yet.' });
    orThrow(await desk.replays.settle(id, { ...settling, adjustments: [one ?? '', two ?? ''] }));
    orThrow(await desk.replays.settle(id, { ...settling, decision: 'open', adjustments: [two ?? ''] }));
    await restart();
    const after = await viewOf(id);
    expect(after).toMatchObject({ open: 14, settled: 1, waitsFor: '14 conflicts are not settled yet.' });
    expect(after.items.find(({ adjustment }) => adjustment.id === one)?.settlement).toMatchObject({
      decision: 'keep',
      rationale: 'Still so.',
      role: 'analyst',
    });
  });

  test('several are settled together or none; what cannot stand can only be withdrawn', async () => {
    const id = await begun();
    const conflicts = (await viewOf(id)).items.filter(({ outcome }) => outcome === 'conflict');
    const adjustments = conflicts.map(({ adjustment }) => adjustment.id);
    const refused = await desk.replays.settle(id, { ...settling, adjustments });
    expect(refused).toEqual({ message: expect.stringMatching(/can only be withdrawn/) as string });
    expect((await viewOf(id)).settled).toBe(0);
    expect(await desk.replays.settle(id, { ...settling, rationale: '', adjustments })).toHaveProperty(
      'message',
    );
  });

  test('settled, it is the next revision: frozen, on the new release, nothing lost, and every step in the audit log', async () => {
    const id = await begun();
    await settleAll(id);
    const { revision } = orThrow(await desk.replays.publish(id, ANA));
    const made = await desk.revisions.get(revision);
    expect(made).toMatchObject({
      number: 2,
      dataset: { id: may2025.id, release: 'May 2025' },
      base: { dataset: may2025.id, revision: { id: first.id, number: 1 } },
      workshop: null,
    });
    const stands = new Set(made?.carried.map((each) => each.id));
    expect(forty.map(([what, each]) => [what, stands.has(each.id)])).toEqual(
      forty.map(([what, , outcome, gone]) => [what, outcome !== 'superseded' && gone !== 'gone']),
    );
    expect(made?.diff).toHaveLength(40);
    expect(await desk.replays.publish(id, ANA)).toHaveProperty('message');
    expect(await desk.replays.offers(may2025.id)).toEqual([]);
    const log = (await desk.audit.list()).map(({ what, who }) => [what, who.name]).reverse();
    expect(log).toEqual([
      ['replay_started', 'Ana Lima'],
      ['replay_settled', 'Ana Lima'],
      ['replay_settled', 'Ana Lima'],
      ['published', 'Ana Lima'],
    ]);
    await restart();
    expect(await desk.revisions.get(revision)).toEqual(made);
  });

  test('a later revision of the old release is taken in when it is begun anew, and what was settled is kept', async () => {
    const id = await begun();
    await settleAll(id);
    const later = buildRevision(
      revisionInput({
        id: 'r-0000000002',
        number: 2,
        dataset: may2024,
        previous: first,
        workshop: { ...revisionInput().workshop, id: 'w-2', sector: 'Care' },
        adjustments: [],
        tallies: first.tallies,
      }),
    );
    await memoryStore(contents).write('revisions', later.id, later);
    expect(await desk.replays.publish(id, ANA)).toEqual({
      message: expect.stringMatching(/Begin anew/) as string,
    });
    expect((await viewOf(id)).isBehind).toBe(true);
    expect(orThrow(await desk.replays.start(later.id, may2025.id)).replay).toBe(id);
    expect(await viewOf(id)).toMatchObject({ settled: 15, open: 0, isBehind: false });
    orThrow(await desk.replays.publish(id, ANA));
  });

  test('a published one cannot be settled or discarded any more; one that is not can', async () => {
    const id = await begun();
    await desk.replays.discard(id);
    expect(await desk.replays.get(id)).toBeNull();
    const again = await begun();
    await settleAll(again);
    orThrow(await desk.replays.publish(again, ANA));
    await desk.replays.discard(again);
    expect((await viewOf(again)).revision).not.toBeNull();
    expect(await desk.replays.settle(again, { ...settling, adjustments: [] })).toHaveProperty('message');
  });
});

describe('A6 export, then import on an empty store', () => {
  const elsewhere = async <T>(bytes: Uint8Array, use: (there: Services) => Promise<T>): Promise<T> => {
    const other = await open(memoryContents());
    try {
      const { datasets } = other.services;
      const { importId, preview } = await datasets.previewImport(bytes, 'r.zip', { title: '', area: 'US' });
      expect(preview.problems).toEqual([]);
      await datasets.commitImport(importId ?? '');
      return await use(other.services);
    } finally {
      await other.close();
    }
  };

  test('the revision of a workshop and the one of a replay are the same in every byte', async () => {
    const id = await begun();
    await settleAll(id);
    const { revision } = orThrow(await desk.replays.publish(id, ANA));
    for (const each of [first.id, revision]) {
      const zip = (await desk.revisions.bundle(each))?.bytes ?? new Uint8Array();
      const again = await elsewhere(zip, async (there) => (await there.revisions.bundle(each))?.bytes);
      expect(textsOf(again)).toEqual(textsOf(zip));
    }
  });

  test('C3 who agreed to be named is named elsewhere until that day, and not after it', async () => {
    const until = '2027-01-15T00:00:00.000Z';
    const store = memoryStore(contents);
    await store.write('revisions', first.id, { ...first, attributedUntil: until });
    await restart();
    const zip = (await desk.revisions.bundle(first.id))?.bytes ?? new Uint8Array();
    await elsewhere(zip, async ({ revisions }) => {
      expect(await revisions.proceedings(first.id)).toContain('Ana Lima');
      expect(textsOf((await revisions.bundle(first.id))?.bytes)).toEqual(textsOf(zip));
    });
    await store.write('revisions', first.id, { ...first, attributedUntil: '2026-12-01T00:00:00.000Z' });
    await restart();
    const kept = JSON.stringify(await memoryStore(contents).read('revisions', first.id, (value) => value));
    expect(kept).not.toContain('Ana Lima');
  });

  test('A3 another revision under an identifier that is taken is refused, and the one here stays', async () => {
    const { datasets, revisions } = desk;
    const other = buildRevision(revisionInput({ id: first.id, dataset: may2024, publishedByRole: 'mayor' }));
    const { importId, preview } = await datasets.previewImport(bundleZip(other, may2024), 'r.zip', {
      title: '',
      area: 'US',
    });
    expect(importId).toBeNull();
    expect(preview.problems.join()).toMatch(/Another revision has this identifier/);
    expect((await revisions.get(first.id))?.hash).toBe(first.hash);
  });

  test('A3 a record that was changed is refused, and nothing is saved', async () => {
    const { datasets } = desk;
    const before = await datasets.list();
    const zip = (await desk.revisions.bundle(first.id))?.bytes ?? new Uint8Array();
    const { importId, preview } = await datasets.previewImport(forged(zip), 'r.zip', {
      title: '',
      area: 'US',
    });
    expect(importId).toBeNull();
    expect(preview.problems.join()).toMatch(/hash differs/);
    expect(await datasets.list()).toEqual(before);
  });
});

function textsOf(zip: Uint8Array | undefined): Record<string, string> {
  const files = Object.entries(unzipSync(zip ?? new Uint8Array()));
  return Object.fromEntries(files.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

function forged(zip: Uint8Array): Uint8Array {
  const files = unzipSync(zip);
  const record = new TextDecoder()
    .decode(files['revision.json'])
    .replace('"publishedByRole":"director"', '"publishedByRole":"mayor"');
  const sums = new TextDecoder()
    .decode(files['checksums.txt'])
    .replace(/[0-9a-f]{64}( {2}revision\.json)/, `${sha256(record)}$1`);
  return zipSync({ ...files, 'revision.json': strToU8(record), 'checksums.txt': strToU8(sums) });
}
