/** The documents of one collection in a data folder, while a server may be at work in it: read, and nothing touched. */
import { join } from 'node:path';
import { DurableAdapter } from './durable-adapter.ts';
import { nodeFileSystem } from './file-system.ts';
import { documentPath, idOfDocument } from './layout.ts';
import type { Collection } from './port.ts';
import { readOnlyFiles } from './read-only-files.ts';

/** Empty where there is no such folder. Throws DamagedFile or NewerFormat. */
export async function readDocuments<T>(
  root: string,
  collection: Collection,
  parse: (value: unknown) => T,
): Promise<T[]> {
  const files = readOnlyFiles(nodeFileSystem);
  const names = (await files.listFolder(join(root, collection))) ?? [];
  const ids = names.map(idOfDocument).filter((id) => id !== null);
  const read = ids.map(async (id) => {
    const stored = await new DurableAdapter(files, documentPath(root, collection, id), collection).read();
    return stored === null ? [] : [parse(stored.document)];
  });
  return (await Promise.all(read)).flat();
}
