import { join } from 'node:path';
import { removeIfThere } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';

/** Removes a folder that holds only files, which is all a workshop's folder holds. */
export async function removeTree(files: FileSystem, folder: string): Promise<void> {
  const names = await files.listFolder(folder);
  if (names === null) return;
  for (const name of names) await removeIfThere(files, join(folder, name));
  await files.removeFolder(folder);
}
