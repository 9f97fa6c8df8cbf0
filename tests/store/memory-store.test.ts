import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import type { MemoryContents } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/port.ts';
import { describeStore } from './contract.ts';

const kept = new WeakMap<Store, MemoryContents>();

function open(contents: MemoryContents): Promise<Store> {
  const store = memoryStore(contents);
  kept.set(store, contents);
  return Promise.resolve(store);
}

describeStore('memory', {
  open: () => open(memoryContents()),
  reopen: async (store) => {
    await store.close();
    return open(kept.get(store) ?? memoryContents());
  },
});
