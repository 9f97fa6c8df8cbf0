/**
 * Makes a folder with those above it, and says which it made, highest first. Not Node's `recursive`: where the system
 * refuses a folder as if the one above it were missing (under /proc), that one tries for ever.
 */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

export async function makeFolders(path: string, mode: number): Promise<string[]> {
  try {
    await mkdir(path, { mode });
    return [path];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return [];
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    const above = await makeFolders(dirname(path), mode);
    if (above.length === 0) throw error;
    await mkdir(path, { mode });
    return [...above, path];
  }
}
