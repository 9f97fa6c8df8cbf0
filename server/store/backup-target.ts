import { dirname, join } from 'node:path';
import { ensureFolder, removeIfThere, unfinishedName, writeNewFile } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { isZip, ZipWriter } from './zip-files.ts';

/** Where a backup is being written. Nothing under its final name before `finish`, for a zip; a folder lacks its list until then. */
export interface BackupTarget {
  add(path: string, bytes: Buffer): Promise<void>;
  finish(): Promise<void>;
  /** Takes away what can be taken away; never throws. */
  abandon(): Promise<void>;
}

/** Throws when there is something already. */
export async function backupTarget(files: FileSystem, to: string): Promise<BackupTarget> {
  return isZip(to) ? zipTarget(files, to) : folderTarget(files, to);
}

async function zipTarget(files: FileSystem, to: string): Promise<BackupTarget> {
  if ((await files.readFile(to)) !== null)
    throw new Error(`${to} is there already. Give the backup another name.`);
  const unfinished = unfinishedName(to);
  const file = await files.createFile(unfinished);
  const zip = new ZipWriter();
  return {
    add: (path, bytes) => file.append(zip.add(path, bytes)),
    finish: async () => {
      await file.append(zip.end());
      await file.sync();
      await file.close();
      await files.rename(unfinished, to);
      await files.syncFolder(dirname(to));
    },
    abandon: async () => {
      await file.close().catch(() => undefined);
      await removeIfThere(files, unfinished).catch(() => undefined);
    },
  };
}

async function folderTarget(files: FileSystem, to: string): Promise<BackupTarget> {
  if (((await files.listFolder(to)) ?? []).length > 0)
    throw new Error(`${to} is not empty. Give the backup a folder of its own.`);
  await ensureFolder(files, to);
  const made: string[] = [];
  return {
    add: async (path, bytes) => {
      const folders = dirname(path) === '.' ? [] : dirname(path).split('/');
      for (const [depth] of folders.entries())
        await ensureFolder(files, join(to, ...folders.slice(0, depth + 1)));
      const file = join(to, path);
      made.push(file);
      await writeNewFile(files, file, bytes);
      await files.syncFolder(dirname(file));
    },
    finish: () => Promise.resolve(),
    abandon: async () => {
      for (const file of made) await removeIfThere(files, file).catch(() => undefined);
    },
  };
}
