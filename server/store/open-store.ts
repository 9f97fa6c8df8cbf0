import { access, constants } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { FolderLock } from './folder-lock.ts';
import { RESTORING_FILE } from './layout.ts';
import { LowdbStore } from './lowdb-store.ts';
import { makeFolders } from './make-folders.ts';
import type { Store } from './port.ts';
import { StorageFailed, storageFailed } from './storage-failed.ts';

/**
 * Opens the data folder, making it if there is none, for this process alone until `close`. Each error is a sentence for
 * the terminal: FolderInUse, StorageFailed (not writable), and later, from a read, DamagedStore or NewerFormat.
 */
export async function openStore(dir: string, files: FileSystem = nodeFileSystem): Promise<Store> {
  const root = resolve(dir);
  try {
    for (const folder of await makeFolders(root, 0o700)) await nodeFileSystem.syncFolder(dirname(folder));
    await access(join(root, '/'), constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw storageFailed('written', root, error);
  }
  if ((await nodeFileSystem.readFile(join(root, RESTORING_FILE))) !== null) {
    throw new StorageFailed(
      root,
      `${root} holds a backup that was not restored to its end. Empty it and restore again.`,
    );
  }
  const lock = await FolderLock.take(root);
  try {
    return releasing(await LowdbStore.open(root, files), lock);
  } catch (error) {
    lock.release();
    throw storageFailed('written', root, error);
  }
}

function releasing(store: Store, lock: FolderLock): Store {
  const closeStore = store.close.bind(store);
  store.close = async () => {
    try {
      await closeStore();
    } finally {
      lock.release();
    }
  };
  return store;
}
