import type { FileSystem } from './file-system.ts';

/** Where files can be read from: a disk, or a map of them. */
export type FileSource = Pick<FileSystem, 'readFile' | 'listFolder'>;

/** For looking at a data folder without the least change to it: no copies of what is damaged, no repair. */
export function readOnlyFiles(source: FileSource): FileSystem {
  const refuse = (): Promise<never> => Promise.reject(new Error('These files are only read.'));
  return {
    readFile: (path) => source.readFile(path),
    listFolder: (path) => source.listFolder(path),
    createFile: refuse,
    openFile: refuse,
    openSynced: refuse,
    truncate: refuse,
    rename: refuse,
    link: refuse,
    removeFile: refuse,
    removeFolder: refuse,
    makeFolder: refuse,
    syncFolder: refuse,
  };
}

/** Files by path, with "/" between the names and none at the beginning; the root is the empty path or ".". */
export function filesInMemory(files: ReadonlyMap<string, Buffer>): FileSource {
  return {
    readFile: (path) => Promise.resolve(files.get(path) ?? null),
    listFolder: (path) => {
      const prefix = path === '' || path === '.' ? '' : `${path}/`;
      const within = [...files.keys()]
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length));
      const names = new Set(within.map((name) => name.split('/')[0] ?? name));
      return Promise.resolve(names.size === 0 ? null : [...names].sort());
    },
  };
}
