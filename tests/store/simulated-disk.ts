/**
 * A disk that can lose power. Content written and not synced may be lost or torn at any byte; a name made, moved or
 * removed may be lost until its folder is synced, each on its own, whatever came after it.
 */
import { basename, dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { syncedByHand } from '../../server/store/file-system.ts';
import type { FileSystem, OpenFile } from '../../server/store/file-system.ts';

interface FileNode {
  kind: 'file';
  content: Buffer;
  durable: Buffer;
}
interface FolderNode {
  kind: 'folder';
  names: Map<string, DiskNode>;
  durable: Map<string, DiskNode>;
  /** Changes since the last sync: each is kept or lost whole. */
  pending: NameChange[];
}
type DiskNode = FileNode | FolderNode;
type NameChange = readonly (readonly [name: string, node: DiskNode | null])[];

/** What the power cut does to what was not synced: a number in [0, 1) for each thing it decides. */
export type Fate = () => number;
export const loseAll: Fate = () => 0;
export const keepAll: Fate = () => 0.999_999;

export interface Fault {
  /** Which step fails, counted from 1. */
  atStep: number;
  code: 'ENOSPC' | 'EIO';
  /** How many bytes of a failing write still reach the disk. */
  partial?: number;
}

export class PowerCut extends Error {}

export class SimulatedDisk {
  readonly root: FolderNode = folderNode();
  /** Steps that changed something, so far. */
  steps = 0;
  syncs = 0;
  canLink = true;
  fault: Fault | null = null;
  /** The step before which the power goes; every later call fails. */
  powerCutAt = Infinity;
  /** Looked at before each step, while everything else stands still: nobody waits for anything but the disk. */
  beforeStep: (() => Promise<void>) | null = null;
  #looking: Promise<void> = Promise.resolve();

  readonly files: FileSystem = {
    readFile: async (path) => {
      await this.#turn();
      const node = this.#find(path);
      return node?.kind === 'file' ? Buffer.from(node.content) : null;
    },
    listFolder: async (path) => {
      await this.#turn();
      const node = this.#find(path);
      return node?.kind === 'folder' ? [...node.names.keys()].sort() : null;
    },
    createFile: async (path) => {
      await this.#step();
      if (this.#find(path)) throw errno('EEXIST', path);
      const node: FileNode = { kind: 'file', content: Buffer.alloc(0), durable: Buffer.alloc(0) };
      this.#change(this.#folder(path), [[basename(path), node]]);
      return this.#open(node);
    },
    openFile: async (path) => {
      await this.#turn();
      return this.#open(this.#file(path));
    },
    openSynced: async (path) => {
      await this.#turn();
      return syncedByHand(this.#open(this.#file(path)));
    },
    truncate: async (path, length) => {
      await this.#step();
      const node = this.#file(path);
      node.content = node.content.subarray(0, length);
      node.durable = node.content;
    },
    rename: async (from, to) => {
      await this.#step();
      const node = this.#node(from);
      const [source, target] = [this.#folder(from), this.#folder(to)];
      if (source !== target) throw errno('EXDEV', to);
      this.#change(source, [
        [basename(from), null],
        [basename(to), node],
      ]);
    },
    link: async (from, to) => {
      await this.#step();
      if (!this.canLink) throw errno('EPERM', to);
      if (this.#find(to)) throw errno('EEXIST', to);
      this.#change(this.#folder(to), [[basename(to), this.#file(from)]]);
    },
    removeFile: async (path) => {
      await this.#step();
      this.#file(path);
      this.#change(this.#folder(path), [[basename(path), null]]);
    },
    removeFolder: async (path) => {
      await this.#step();
      const node = this.#node(path);
      if (node.kind !== 'folder' || node.names.size > 0) throw errno('ENOTEMPTY', path);
      this.#change(this.#folder(path), [[basename(path), null]]);
    },
    makeFolder: async (path) => {
      await this.#step();
      if (this.#find(path)) throw errno('EEXIST', path);
      this.#change(this.#folder(path), [[basename(path), folderNode()]]);
    },
    syncFolder: async (path) => {
      await this.#step();
      const node = this.#node(path);
      if (node.kind !== 'folder') throw errno('ENOTDIR', path);
      node.durable = new Map(node.names);
      node.pending = [];
    },
  };

  /** A disk with these files, all of it durable. */
  static holding(contents: ReadonlyMap<string, Buffer>): SimulatedDisk {
    const disk = new SimulatedDisk();
    for (const [path, content] of contents) {
      const names = path.split('/').filter(Boolean);
      let folder = disk.root;
      for (const name of names.slice(0, -1)) {
        const known = folder.names.get(name);
        const next = known?.kind === 'folder' ? known : folderNode();
        folder.names.set(name, next);
        folder.durable.set(name, next);
        folder = next;
      }
      const file: FileNode = { kind: 'file', content, durable: content };
      folder.names.set(names.at(-1) ?? '', file);
      folder.durable.set(names.at(-1) ?? '', file);
    }
    return disk;
  }

  /** The disk as it may come back after the power was cut now. */
  afterPowerCut(fate: Fate): SimulatedDisk {
    const disk = new SimulatedDisk();
    disk.canLink = this.canLink;
    const survivors = new Map<DiskNode, DiskNode>();
    disk.root.names = survivingFolder(this.root, fate, survivors).names;
    disk.root.durable = new Map(disk.root.names);
    return disk;
  }

  /** Changes bytes behind the store's back. */
  damage(path: string, change: (content: Buffer) => Buffer): void {
    const node = this.#file(path);
    node.content = change(Buffer.from(node.content));
    node.durable = node.content;
  }

  /** Every file with its content, by path. */
  everything(): Map<string, Buffer> {
    const found = new Map<string, Buffer>();
    const walk = (node: FolderNode, path: string): void => {
      for (const [name, each] of node.names) {
        if (each.kind === 'file') found.set(`${path}/${name}`, each.content);
        else walk(each, `${path}/${name}`);
      }
    };
    walk(this.root, '');
    return found;
  }

  #open(node: FileNode): OpenFile {
    return {
      append: async (bytes) => {
        try {
          await this.#step();
        } catch (error) {
          node.content = Buffer.concat([node.content, bytes.subarray(0, this.fault?.partial ?? 0)]);
          throw error;
        }
        node.content = Buffer.concat([node.content, bytes]);
      },
      sync: async () => {
        await this.#step();
        this.syncs += 1;
        node.durable = node.content;
      },
      close: () => this.#turn(),
    };
  }

  async #turn(): Promise<void> {
    await Promise.resolve();
    if (this.steps >= this.powerCutAt) throw new PowerCut('the power is cut');
  }

  async #step(): Promise<void> {
    await this.#turn();
    if (this.beforeStep) {
      this.#looking = this.#looking.then(async () => {
        await nextTurn();
        await this.beforeStep?.();
      });
      await this.#looking;
    }
    this.steps += 1;
    if (this.fault?.atStep === this.steps) throw errno(this.fault.code, 'simulated');
  }

  #change(folder: FolderNode, change: NameChange): void {
    applyChange(folder.names, change);
    folder.pending.push(change);
  }

  #find(path: string): DiskNode | null {
    let node: DiskNode = this.root;
    for (const name of path.split('/').filter(Boolean)) {
      const next: DiskNode | undefined = node.kind === 'folder' ? node.names.get(name) : undefined;
      if (!next) return null;
      node = next;
    }
    return node;
  }

  #node(path: string): DiskNode {
    const node = this.#find(path);
    if (!node) throw errno('ENOENT', path);
    return node;
  }

  #file(path: string): FileNode {
    const node = this.#node(path);
    if (node.kind !== 'file') throw errno('EISDIR', path);
    return node;
  }

  #folder(path: string): FolderNode {
    const node = this.#node(dirname(path));
    if (node.kind !== 'folder') throw errno('ENOTDIR', path);
    return node;
  }
}

function folderNode(): FolderNode {
  return { kind: 'folder', names: new Map(), durable: new Map(), pending: [] };
}

function applyChange(names: Map<string, DiskNode>, change: NameChange): void {
  for (const [name, node] of change) {
    if (node) names.set(name, node);
    else names.delete(name);
  }
}

function survivingFolder(folder: FolderNode, fate: Fate, survivors: Map<DiskNode, DiskNode>): FolderNode {
  const known = survivors.get(folder);
  if (known?.kind === 'folder') return known;
  const names = new Map(folder.durable);
  for (const change of folder.pending) if (fate() >= 0.5) applyChange(names, change);
  const survivor = folderNode();
  survivors.set(folder, survivor);
  for (const [name, node] of names) {
    const each =
      node.kind === 'file' ? survivingFile(node, fate, survivors) : survivingFolder(node, fate, survivors);
    survivor.names.set(name, each);
  }
  survivor.durable = new Map(survivor.names);
  return survivor;
}

/** What was synced, and some first part of what was appended since. */
function survivingFile(file: FileNode, fate: Fate, survivors: Map<DiskNode, DiskNode>): DiskNode {
  const known = survivors.get(file);
  if (known) return known;
  const unsynced = file.content.length - file.durable.length;
  const kept = unsynced > 0 ? Math.floor(fate() * (unsynced + 1)) : unsynced;
  const content = Buffer.from(file.content.subarray(0, file.durable.length + kept));
  const survivor: FileNode = { kind: 'file', content, durable: content };
  survivors.set(file, survivor);
  return survivor;
}

function errno(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
