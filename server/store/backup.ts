/** Backup, restore and verify: the work behind the three commands of the terminal. */
import { dirname, join, resolve } from 'node:path';
import { backupContents } from './backup-contents.ts';
import { backupEntry, MANIFEST_FILE, manifestText, parseManifest } from './backup-manifest.ts';
import type { BackupEntry } from './backup-manifest.ts';
import { backupTarget } from './backup-target.ts';
import { ensureFolder, removeIfThere, writeNewFile } from './durable-file.ts';
import { nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { RESTORING_FILE, WORKSHOPS } from './layout.ts';
import { DamagedStore } from './port.ts';
import { filesInMemory, readOnlyFiles } from './read-only-files.ts';
import type { FileSource } from './read-only-files.ts';
import { verifySource } from './verify-folder.ts';
import { isZip, readZip } from './zip-files.ts';

export { verifyFolder } from './verify-folder.ts';
export type { Problem, VerifyReport } from './verify-folder.ts';

export interface BackupReport {
  place: string;
  files: number;
  bytes: number;
}

/**
 * Copies a data folder, also of a running server, into a new folder or, when `to` ends in .zip, a new zip file.
 * Earlier generations and copies of damage are left out. Throws DamagedStore, naming the file, rather than keep damage.
 */
export async function backupFolder(
  from: string,
  to: string,
  files: FileSystem = nodeFileSystem,
): Promise<BackupReport> {
  const root = resolve(from);
  if ((await files.listFolder(join(root, WORKSHOPS))) === null)
    throw new Error(`${root} is no data folder of Plumbline.`);
  const target = await backupTarget(nodeFileSystem, resolve(to));
  const entries: BackupEntry[] = [];
  try {
    for await (const { path, bytes } of backupContents(readOnlyFiles(files), root)) {
      await target.add(path, bytes);
      entries.push(backupEntry(path, bytes));
    }
    await target.add(MANIFEST_FILE, manifestText({ madeAt: new Date().toISOString(), files: entries }));
    await target.finish();
  } catch (error) {
    await target.abandon();
    throw error;
  }
  return { place: resolve(to), files: entries.length, bytes: total(entries) };
}

/** Puts a backup (folder or zip) into an empty or new folder, after every byte of it has been checked. */
export async function restoreFolder(from: string, to: string): Promise<BackupReport> {
  const [place, root] = [resolve(from), resolve(to)];
  const source: FileSource = isZip(place) ? filesInMemory(await readZip(place)) : nodeFileSystem;
  const within = isZip(place) ? '' : place;
  const entries = await checkedEntries(source, within, place);
  if (((await nodeFileSystem.listFolder(root)) ?? []).length > 0) {
    throw new Error(`${root} is not empty. A backup is restored into a new or empty folder only.`);
  }
  await ensureFolder(nodeFileSystem, root);
  await writeNewFile(nodeFileSystem, join(root, RESTORING_FILE), Buffer.from(`${place}\n`));
  await nodeFileSystem.syncFolder(root);
  for (const { path } of entries) {
    const file = join(root, path);
    await ensureFolders(root, dirname(path));
    await writeNewFile(nodeFileSystem, file, (await source.readFile(join(within, path))) ?? Buffer.alloc(0));
    await nodeFileSystem.syncFolder(dirname(file));
  }
  await ensureFolder(nodeFileSystem, join(root, WORKSHOPS));
  await removeIfThere(nodeFileSystem, join(root, RESTORING_FILE));
  await nodeFileSystem.syncFolder(root);
  return { place: root, files: entries.length, bytes: total(entries) };
}

async function checkedEntries(source: FileSource, root: string, place: string): Promise<BackupEntry[]> {
  const report = await verifySource(source, root, place);
  const [first] = report.problems;
  if (first)
    throw new DamagedStore(`${place} is not restored: ${first.file}, ${first.place}: ${first.reason}.`);
  const manifest = await source.readFile(join(root, MANIFEST_FILE));
  if (manifest === null)
    throw new Error(`${place} is no backup of Plumbline: ${MANIFEST_FILE} is not in it.`);
  return parseManifest(manifest).files;
}

async function ensureFolders(root: string, path: string): Promise<void> {
  let folder = root;
  for (const name of path.split('/')) {
    folder = join(folder, name);
    await ensureFolder(nodeFileSystem, folder);
  }
}

function total(entries: readonly BackupEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.bytes, 0);
}
