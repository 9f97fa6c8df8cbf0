/** Long revisions are read on a thread of their own; what comes back is what would have been read here. */
import { afterEach, expect, test, vi } from 'vitest';
import { exportFormats } from '../../server/export/revision-export.ts';
import { dataset as datasetSchema } from '../../server/lmi/dataset.ts';
import { publicEdition } from '../../server/lmi/public/public-edition.ts';
import { inForm } from '../../server/services/export-form.ts';
import { StoredExplore } from '../../server/services/explore.ts';
import { RevisionExports } from '../../server/services/revision-exports.ts';
import { factsOf } from '../../server/services/revision-facts.ts';
import { RevisionShelf } from '../../server/services/revision-shelf.ts';
import { RevisionThread, isShort } from '../../server/services/revision-thread.ts';
import { sectorOf } from '../../server/services/sector-of.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { largeEdition } from '../explore/large-edition.ts';
import { dataset as small, firstRevision } from '../lmi/revision-fixture.ts';

const { dataset, revision } = largeEdition(120, 20, 4);
const thread = new RevisionThread();
afterEach(() => thread.close());

async function stored() {
  const store = memoryStore();
  await store.write('datasets', dataset.id, dataset);
  await store.write('revisions', revision.id, revision);
  const bytes = async () =>
    [
      (await store.stored('revisions', revision.id)) ?? new Uint8Array(),
      (await store.stored('datasets', dataset.id)) ?? new Uint8Array(),
    ] as const;
  return { store, bytes };
}

test('facts and edition are those that would be made here, one order after the other', async () => {
  const { bytes } = await stored();
  const [whole, release] = await bytes();
  expect(isShort(whole, release)).toBe(false);
  expect(await thread.facts(whole)).toEqual(factsOf(revision));
  expect(await thread.edition(...(await bytes()))).toEqual(
    publicEdition(revision, dataset, sectorOf(dataset)),
  );
  expect(await thread.facts((await bytes())[0])).toEqual(factsOf(revision));
});

test('long documents come back whole, and a form as it would be made here, byte for byte', async () => {
  const { bytes } = await stored();
  const [whole, release] = await bytes();
  expect(JSON.stringify(await thread.dataset(release))).toBe(JSON.stringify(datasetSchema.parse(dataset)));
  expect(await thread.revision(whole)).toEqual(revision);
  for (const format of exportFormats) {
    const form = { format, table: undefined, standing: null, now: Date.UTC(2026, 10, 26) };
    const made = await thread.exported(...(await bytes()), form);
    expect(made).toEqual(await inForm(revision, dataset, form));
  }
});

test('B1 a form is made once for all who ask, without the thread of the rooms, and anew after an erasure', async () => {
  const { store } = await stored();
  const [asked, readHere] = [vi.spyOn(store, 'stored'), vi.spyOn(store, 'read')];
  const shelf = new RevisionShelf(store, thread);
  const exports = new RevisionExports({
    store,
    shelf,
    datasets: { get: () => Promise.resolve(null) },
    thread,
  });
  const form = { format: 'zip', table: undefined, standing: null, now: 0 } as const;
  const get = () => exports.of({ revision: revision.id, dataset: dataset.id, ...form }, null);
  const [one, other] = await Promise.all([get(), get()]);
  expect(one?.bytes.length).toBeGreaterThan(10_000);
  expect(other).toBe(one);
  expect(await get()).toBe(one);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(readHere).not.toHaveBeenCalled();
  const meanwhile = get();
  exports.forget();
  expect(await get()).not.toBe(one);
  expect(await meanwhile).toBe(one);
  expect(asked).toHaveBeenCalledTimes(4);
});

test('what cannot be read is told, and the next order is answered', async () => {
  const { bytes } = await stored();
  const [whole] = await bytes();
  const damaged = Uint8Array.from(whole);
  damaged[damaged.length >> 1] = 0;
  expect(await thread.facts(damaged)).toBeNull();
  expect(await thread.facts(whole)).toEqual(factsOf(revision));
});

test('a new revision of one dataset does not make the others anew', async () => {
  const { store } = await stored();
  const other = firstRevision();
  await store.write('datasets', small.id, small);
  let changes = 0;
  let listed = [factsOf(revision).summary];
  const made: string[] = [];
  const asIs = store.stored.bind(store);
  store.stored = (collection, id) => {
    made.push(id);
    return asIs(collection, id);
  };
  const explore = new StoredExplore({
    store,
    revisions: {
      list: () => Promise.resolve(listed),
      get: (id) => Promise.resolve(id === revision.id ? revision : other),
    },
    datasets: { get: (id) => Promise.resolve(id === dataset.id ? dataset : small) },
    changes: () => changes,
    now: Date.now,
    thread,
  });
  const before = await explore.version();
  expect((await explore.front())?.occupations).toBe(120);
  changes += 1;
  expect(await explore.version()).toBe(before);
  listed = [...listed, factsOf(other).summary];
  changes += 1;
  expect((await explore.front())?.occupations).toBeGreaterThan(120);
  expect(made).toEqual([revision.id, dataset.id, other.id, small.id]);
});
