import { createStore, del, entries, get, set } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { memoryOutbox } from './outbox.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';

/** Keeps the outbox in IndexedDB; where a browser has none (a private window, say), in memory. */
export async function browserOutbox(): Promise<Outbox> {
  try {
    const store = createStore('plumbline', 'outbox');
    await get('is it there?', store);
    return databaseOutbox(store);
  } catch {
    return memoryOutbox();
  }
}

function databaseOutbox(store: UseStore): Outbox {
  const keyOf = (owner: string, { id }: Pick<OutboxEntry, 'id'>): string => `${owner}/${id}`;
  return {
    async load(owner) {
      const all = await entries<string, OutboxEntry>(store);
      return all
        .filter(([key]) => key.startsWith(`${owner}/`))
        .map(([, entry]) => entry)
        .sort((a, b) => a.order - b.order);
    },
    put: (owner, entry) => set(keyOf(owner, entry), entry, store),
    remove: (owner, entry) => del([keyOf(owner, entry)], store),
  };
}
