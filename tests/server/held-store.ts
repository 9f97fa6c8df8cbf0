import { memoryStore } from '../../server/store/memory-store.ts';
import type { MemoryContents } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/port.ts';

export interface HeldStore {
  store: Store;
  /** From now on an append waits; resolves when one has come. */
  hold(): Promise<void>;
  release(): void;
  /** From now on an append fails. */
  fail(error: Error): void;
  appends: number;
}

/** A store in memory whose appends can be held back, as by a slow disk, or made to fail. */
export function heldStore(contents?: MemoryContents): HeldStore {
  const store = memoryStore(contents);
  const append = store.append.bind(store);
  let gate = Promise.resolve();
  let open = (): void => undefined;
  let came = (): void => undefined;
  let failure: Error | null = null;
  const held: HeldStore = {
    store,
    appends: 0,
    hold() {
      gate = new Promise((resolve) => (open = resolve));
      return new Promise((resolve) => (came = resolve));
    },
    release: () => open(),
    fail: (error) => (failure = error),
  };
  store.append = async (...records) => {
    held.appends += 1;
    came();
    await gate;
    if (failure) throw failure;
    await append(...records);
  };
  return held;
}
