/** The steps by which a whole file is put in place so that a power cut leaves the old one or the new one, never a mixture. */
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** Marks a file that was being written when the process ended: never read, swept away at the next opening. */
const UNFINISHED = /\.tmp-[0-9a-f]{12}$/;

export function unfinishedName(path: string): string {
  return `${path}.tmp-${randomBytes(6).toString('hex')}`;
}

export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/** Writes a new file and syncs its content; the name is durable only after the folder is synced. */
export async function writeNewFile(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.createFile(path);
  try {
    await file.append(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Replaces `path` whole: unique temporary name, sync, rename, sync of the folder. */
export async function replaceFile(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = unfinishedName(path);
  await removeOnFailure(files, unfinished, async () => {
    await writeNewFile(files, unfinished, bytes);
    await files.rename(unfinished, path);
  });
  await files.syncFolder(dirname(path));
}

/** Gives the content of `from` the name `to` as well, whatever `to` was; copies where the disk knows no hard links. */
export async function keepAs(files: FileSystem, from: string, to: string): Promise<void> {
  const unfinished = unfinishedName(to);
  await removeOnFailure(files, unfinished, async () => {
    try {
      await files.link(from, unfinished);
    } catch (error) {
      if (!cannotLink(error)) throw error;
      await writeNewFile(files, unfinished, (await files.readFile(from)) ?? Buffer.alloc(0));
    }
    // Renaming one name of a file onto another name of the same file leaves both, by POSIX: take the old one away first.
    await removeIfThere(files, to);
    await files.rename(unfinished, to);
  });
}

export async function removeIfThere(files: FileSystem, path: string): Promise<void> {
  try {
    await files.removeFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** A folder whose name is durable when this resolves. */
export async function ensureFolder(files: FileSystem, path: string): Promise<void> {
  try {
    await files.makeFolder(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await files.syncFolder(dirname(path));
}

async function removeOnFailure(
  files: FileSystem,
  unfinished: string,
  task: () => Promise<void>,
): Promise<void> {
  try {
    await task();
  } catch (error) {
    await removeIfThere(files, unfinished).catch(() => undefined);
    throw error;
  }
}

function cannotLink(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'].includes(
    String((error as NodeJS.ErrnoException).code),
  );
}
