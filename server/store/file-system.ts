/**
 * The few things the store asks of a disk, so that a simulated one can be put under it. Files are private to the
 * user (0600), folders too (0700). Nothing is durable before `sync` (content) and `syncFolder` (names).
 */
import { constants } from 'node:fs';
import * as disk from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export interface OpenFile {
  /** Writes at the end, in one call where the system allows it. */
  append(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A file on which what is appended is durable as soon as that is done. */
export interface SyncedFile {
  /** Throws `SyncFailed` where what the disk holds is unknown; after any other error, only what was being written may stand half there. */
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export class SyncFailed extends Error {
  override readonly name = 'SyncFailed';
}

export interface FileSystem {
  /** null when there is no such file. */
  readFile(path: string): Promise<Buffer | null>;
  /** Sorted names; null when there is no such folder. */
  listFolder(path: string): Promise<string[] | null>;
  /** Fails when the file exists. */
  createFile(path: string): Promise<OpenFile>;
  /** Fails when the file does not exist. */
  openFile(path: string): Promise<OpenFile>;
  /** As `openFile`. */
  openSynced(path: string): Promise<SyncedFile>;
  /** Cuts the file and syncs it. */
  truncate(path: string, length: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for the same content. Not every file system can (`canLink`). */
  link(from: string, to: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Only when empty. */
  removeFolder(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
}

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const OPEN_TO_APPEND = constants.O_WRONLY | constants.O_APPEND;
/** Linux then syncs within the write: one trip to the disk instead of two (B1). Elsewhere the flag promises less than `datasync`. */
const OPEN_SYNCED = process.platform === 'linux' ? OPEN_TO_APPEND | constants.O_DSYNC : null;
/** Codes of a write that was refused for want of room, before anything was synced. */
const REFUSED = ['ENOSPC', 'EDQUOT', 'EFBIG'];

export const nodeFileSystem: FileSystem = {
  readFile: (path) => nullWhenMissing(disk.readFile(path)),
  listFolder: async (path) => (await nullWhenMissing(disk.readdir(path)))?.sort() ?? null,
  createFile: async (path) => nodeFile(await disk.open(path, 'ax', FILE_MODE)),
  openFile: async (path) => nodeFile(await disk.open(path, OPEN_TO_APPEND)),
  openSynced: async (path) =>
    OPEN_SYNCED === null
      ? syncedByHand(nodeFile(await disk.open(path, OPEN_TO_APPEND)))
      : syncedByDisk(nodeFile(await disk.open(path, OPEN_SYNCED))),
  truncate: (path, length) =>
    withHandle(path, 'r+', async (handle) => {
      await handle.truncate(length);
      await handle.sync();
    }),
  rename: (from, to) => disk.rename(from, to),
  link: (from, to) => disk.link(from, to),
  removeFile: (path) => disk.unlink(path),
  removeFolder: (path) => disk.rmdir(path),
  makeFolder: (path) => disk.mkdir(path, { mode: FOLDER_MODE }),
  syncFolder: (path) => withHandle(path, 'r', (handle) => handle.sync()),
};

function nodeFile(handle: FileHandle): OpenFile {
  return {
    append: async (bytes) => {
      let written = 0;
      while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

function syncedByDisk(file: OpenFile): SyncedFile {
  return {
    append: async (bytes) => {
      try {
        await file.append(bytes);
      } catch (error) {
        if (REFUSED.includes(String((error as NodeJS.ErrnoException).code))) throw error;
        throw new SyncFailed('what was written may not be on the disk', { cause: error });
      }
    },
    close: () => file.close(),
  };
}

/** The same in two steps. */
export function syncedByHand(file: OpenFile): SyncedFile {
  return {
    append: async (bytes) => {
      await file.append(bytes);
      try {
        await file.sync();
      } catch (error) {
        throw new SyncFailed('what was written may not be on the disk', { cause: error });
      }
    },
    close: () => file.close(),
  };
}

async function withHandle(
  path: string,
  flags: string,
  task: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await disk.open(path, flags);
  try {
    await task(handle);
  } finally {
    await handle.close();
  }
}

async function nullWhenMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return null;
    throw error;
  }
}
