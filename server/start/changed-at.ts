import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * When the newest of what is there was changed, in milliseconds of the epoch; 0 where nothing is. A folder is changed when something was taken
 * out of it, and also by being copied, as into an image: `withFolders` says whether that counts.
 */
export async function changedAt(path: string, withFolders: boolean): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  const inside = found.isDirectory() ? await readdir(path, { recursive: true }) : [];
  const all = [found, ...(await Promise.all(inside.map((name) => stat(join(path, name)))))];
  return Math.max(
    0,
    ...all.filter((each) => withFolders || !each.isDirectory()).map(({ mtimeMs }) => mtimeMs),
  );
}
