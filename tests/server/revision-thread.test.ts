/** Long revisions are read on a thread of their own; what comes back is what would have been read here. */
import { afterEach, expect, test } from 'vitest';
import { publicEdition } from '../../server/lmi/public/public-edition.ts';
import { StoredExplore } from '../../server/services/explore.ts';
import { factsOf } from '../../server/services/revision-facts.ts';
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
