/** Times what the disk does under the store, without changing what is done. */
import type { FileSystem, OpenFile, SyncedFile } from '../store/file-system.ts';
import type { Store } from '../store/port.ts';

export interface StoreTimes {
  appended(seconds: number): void;
  synced(seconds: number): void;
  journalGrew(bytes: number): void;
}

export function timedStore(store: Store, times: Pick<StoreTimes, 'appended'>): Store {
  const append = store.append.bind(store);
  store.append = async (...step) => {
    const startedAt = performance.now();
    await append(...step);
    times.appended(secondsSince(startedAt));
  };
  return store;
}

export function timedFiles(files: FileSystem, times: Omit<StoreTimes, 'appended'>): FileSystem {
  const timed = (file: OpenFile): OpenFile => ({
    append: (bytes) => file.append(bytes),
    async sync() {
      const startedAt = performance.now();
      await file.sync();
      times.synced(secondsSince(startedAt));
    },
    close: () => file.close(),
  });
  const timedJournal = (file: SyncedFile): SyncedFile => ({
    async append(bytes) {
      const startedAt = performance.now();
      await file.append(bytes);
      times.synced(secondsSince(startedAt));
      times.journalGrew(bytes.length);
    },
    close: () => file.close(),
  });
  return {
    ...files,
    openSynced: async (path) => timedJournal(await files.openSynced(path)),
    createFile: async (path) => timed(await files.createFile(path)),
    openFile: async (path) => timed(await files.openFile(path)),
  };
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1_000;
}
