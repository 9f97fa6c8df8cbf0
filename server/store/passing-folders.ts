/**
 * Folders of workshops that are being made, taken away, or about to take another's place; their names begin with a dot, and
 * an id never does. `.next-<id>` counts from the moment its name is durable: whatever happens then, it becomes the workshop.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { removeTree } from './remove-tree.ts';

const NEXT = '.next-';
const PASSING = /^\.(new|removed)-/;

export function buildingPath(root: string): string {
  return join(root, `.new-${randomBytes(6).toString('hex')}`);
}

/** Null for any other name. */
export function nextOf(name: string): string | null {
  return name.startsWith(NEXT) ? name.slice(NEXT.length) : null;
}

/** The name is gone for good when this resolves, and the content with it. */
export async function takeAway(files: FileSystem, root: string, id: string): Promise<void> {
  const removed = await setAside(files, root, id);
  await files.syncFolder(root);
  await removeTree(files, removed);
  await files.syncFolder(root);
}

/** Puts the folder `building`, whose content is durable, in the place of the workshop's. */
export async function takePlace(
  files: FileSystem,
  root: string,
  building: string,
  id: string,
): Promise<void> {
  await files.rename(building, join(root, `${NEXT}${id}`));
  await files.syncFolder(root);
  await finishReplacing(files, root, id);
}

/** Finishes what a crash left half done: replaces what was to be replaced, removes what was half made or half removed. */
export async function sweepFolders(files: FileSystem, root: string): Promise<void> {
  for (const name of (await files.listFolder(root)) ?? []) {
    if (PASSING.test(name)) await removeTree(files, join(root, name));
  }
  await files.syncFolder(root);
  for (const name of (await files.listFolder(root)) ?? []) {
    const id = nextOf(name);
    if (id !== null) await finishReplacing(files, root, id);
  }
}

async function finishReplacing(files: FileSystem, root: string, id: string): Promise<void> {
  const isThere = (await files.listFolder(join(root, id))) !== null;
  const removed = isThere ? await setAside(files, root, id) : null;
  await files.rename(join(root, `${NEXT}${id}`), join(root, id));
  await files.syncFolder(root);
  if (removed === null) return;
  await removeTree(files, removed);
  await files.syncFolder(root);
}

async function setAside(files: FileSystem, root: string, id: string): Promise<string> {
  const removed = join(root, `.removed-${randomBytes(6).toString('hex')}`);
  await files.rename(join(root, id), removed);
  return removed;
}
