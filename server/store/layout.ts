/** Where things lie in a data folder. */
import { basename, join } from 'node:path';
import type { Collection } from './port.ts';

export const WORKSHOPS = 'workshops';
export const COLLECTIONS: readonly Collection[] = ['datasets', 'revisions', 'templates', 'staff', 'imports'];
const ENDING = '.json';

export function documentPath(root: string, collection: Collection, id: string): string {
  return join(root, collection, `${id}${ENDING}`);
}

/** null for a file that is not a current document. */
export function idOfDocument(name: string): string | null {
  return name.endsWith(ENDING) && !name.startsWith('.') ? name.slice(0, -ENDING.length) : null;
}

/** An earlier generation of the document at `path`, or a copy kept beside it. */
export function isGenerationOf(name: string, path: string): boolean {
  const own = basename(path);
  return (
    name.startsWith(own) &&
    /^(\.prev)?(\.tmp-[0-9a-f]{12}|\.damaged-[0-9a-f]{8})?$/.test(name.slice(own.length)) &&
    name !== own
  );
}
