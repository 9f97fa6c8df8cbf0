/** Times what the disk does under the store, without changing what is done. */
import { basename } from 'node:path';
import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { JOURNAL_FILE } from '../store/layout.ts';
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
  const timed = (file: OpenFile, path: string): OpenFile => ({
    async append(bytes) {
      await file.append(bytes);
      if (basename(path) === JOURNAL_FILE) times.journalGrew(bytes.length);
    },
    async sync() {
      const startedAt = performance.now();
      await file.sync();
      times.synced(secondsSince(startedAt));
    },
    close: () => file.close(),
  });
  return {
    ...files,
    createFile: async (path) => timed(await files.createFile(path), path),
    openFile: async (path) => timed(await files.openFile(path), path),
  };
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1_000;
}
