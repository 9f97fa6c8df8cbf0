import { basename, dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { Damage, DamagedFile } from './damaged-file.ts';
import { writeNewFile } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';

/** The name is made from the content, so that starting again on the same damage makes no second copy. */
export async function keepBeside(
  files: FileSystem,
  path: string,
  word: 'damaged' | 'torn',
  bytes: Buffer,
): Promise<string | null> {
  const copy = `${path}.${word}-${crc32(bytes).toString(16).padStart(8, '0')}`;
  try {
    if (!(await files.listFolder(dirname(path)))?.includes(basename(copy))) {
      await writeNewFile(files, copy, bytes);
      await files.syncFolder(dirname(path));
    }
    return copy;
  } catch {
    return null;
  }
}

/** Turns Damage found in these bytes into a DamagedFile, with a copy kept; any other error stays what it is. */
export async function refuseDamaged(
  files: FileSystem,
  path: string,
  bytes: Buffer,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof Damage)) return error;
  const copy = bytes.length === 0 ? null : await keepBeside(files, path, 'damaged', bytes);
  return new DamagedFile(path, error, copy);
}
