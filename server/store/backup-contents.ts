/** The files of a backup, taken while the server may be running: each document whole, each journal up to its last whole append. */
import { join } from 'node:path';
import { DamagedFile } from './damaged-file.ts';
import { DurableAdapter } from './durable-adapter.ts';
import type { FileSystem } from './file-system.ts';
import { refuseDamaged } from './keep-damaged.ts';
import { archivedFrom, CHECKPOINT_FILE, idOfDocument, JOURNAL_FILE, WORKSHOPS } from './layout.ts';
import { COLLECTIONS } from './port.ts';
import { nextOf } from './passing-folders.ts';
import { filesInMemory, readOnlyFiles } from './read-only-files.ts';
import { isSafeId } from './safe-id.ts';
import { scanJournal } from './scan-journal.ts';
import { verifyWorkshop } from './verify-workshop.ts';

const ATTEMPTS = 3;

export interface BackupFile {
  path: string;
  bytes: Buffer;
}

/** Throws DamagedFile where something does not check: a backup of damage would only hide it. `files` should be read-only. */
export async function* backupContents(files: FileSystem, root: string): AsyncGenerator<BackupFile> {
  for (const id of await workshopIds(files, root)) {
    for (const [path, bytes] of await settledFiles(files, root, id)) yield { path, bytes };
  }
  for (const collection of COLLECTIONS) {
    for (const name of (await files.listFolder(join(root, collection))) ?? []) {
      if (idOfDocument(name) === null) continue;
      const path = join(root, collection, name);
      await new DurableAdapter(files, path, collection).read();
      const bytes = await files.readFile(path);
      if (bytes !== null) yield { path: `${collection}/${name}`, bytes };
    }
  }
}

/** A workshop whose folder is changing places has, for a moment, only the name of the one to come. */
async function workshopIds(files: FileSystem, root: string): Promise<string[]> {
  const names = (await files.listFolder(join(root, WORKSHOPS))) ?? [];
  return [...new Set(names.map((name) => nextOf(name) ?? name))].filter(isSafeId);
}

/** Read again when it was replaced under the reading: then it did not check, or was not there. Damage stays damage. */
async function settledFiles(files: FileSystem, root: string, id: string): Promise<Map<string, Buffer>> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const taken = await workshopFiles(files, root, id).catch((error: unknown) => {
      if (error instanceof DamagedFile) return new Map<string, Buffer>();
      throw error;
    });
    if (taken.size > 0) return taken;
  }
  return workshopFiles(files, root, id);
}

/** The checkpoint is read before the journal, so that the journal reaches at least as far. Empty when the workshop was just removed. */
async function workshopFiles(files: FileSystem, root: string, id: string): Promise<Map<string, Buffer>> {
  const folder = join(root, WORKSHOPS, id);
  const taken = new Map<string, Buffer>();
  const inBackup = (name: string): string => `${WORKSHOPS}/${id}/${name}`;
  const checkpoint = await files.readFile(join(folder, CHECKPOINT_FILE));
  if (checkpoint !== null) taken.set(inBackup(CHECKPOINT_FILE), checkpoint);
  let archives: string[] = [];
  let current: Buffer | null = null;
  for (let isSettled = false; !isSettled;) {
    archives = await archiveNames(files, folder);
    current = await files.readFile(join(folder, JOURNAL_FILE));
    isSettled = archives.join() === (await archiveNames(files, folder)).join();
  }
  if (current === null && (await files.listFolder(folder)) === null) return new Map();
  for (const name of archives)
    taken.set(inBackup(name), (await files.readFile(join(folder, name))) ?? Buffer.alloc(0));
  if (current !== null)
    taken.set(inBackup(JOURNAL_FILE), await soundPart(files, join(folder, JOURNAL_FILE), current));
  await verifyTaken(taken, root, id);
  return taken;
}

async function soundPart(files: FileSystem, path: string, bytes: Buffer): Promise<Buffer> {
  try {
    return bytes.subarray(0, (await scanJournal(bytes, path)).soundLength);
  } catch (error) {
    throw await refuseDamaged(files, path, bytes, error);
  }
}

/** A file that does not check is named by where it lies, not by where it would be in the backup. */
async function verifyTaken(taken: Map<string, Buffer>, root: string, id: string): Promise<void> {
  try {
    await verifyWorkshop(readOnlyFiles(filesInMemory(taken)), `${WORKSHOPS}/${id}`, id);
  } catch (error) {
    throw error instanceof DamagedFile ? error.under(root) : error;
  }
}

async function archiveNames(files: FileSystem, folder: string): Promise<string[]> {
  return ((await files.listFolder(folder)) ?? []).filter((name) => archivedFrom(name) !== null);
}
