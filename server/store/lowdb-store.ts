/**
 * The store on the disk. Documents are lowdb documents behind the durable adapter; a workshop is a folder with a journal
 * and checkpoints. Layout: workshops/<id>/, and <collection>/<id>.json for the rest.
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { checkpointDocument } from './checkpoint-document.ts';
import { Damage, DamagedFile } from './damaged-file.ts';
import { withText } from './document-text.ts';
import type { StoredDocument } from './document-text.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { ensureFolder, isUnfinished, removeIfThere, unfinishedName, writeNewFile } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { recordLines } from './journal-line.ts';
import { documentPath, idOfDocument, isGenerationOf, WORKSHOPS } from './layout.ts';
import { COLLECTIONS } from './port.ts';
import type { Checkpoint, Collection, JournalRecord, Store, StoredWorkshop } from './port.ts';
import { isSafeId, safeId } from './safe-id.ts';
import { SerialQueue } from './serial-queue.ts';
import { storageFailed } from './storage-failed.ts';
import { sweepFolders } from './passing-folders.ts';
import { WorkshopFolder } from './workshop-folder.ts';

export interface StoreOptions {
  /** A journal of this many bytes is archived at the next checkpoint. */
  rotateAt: number;
}

const DEFAULTS: StoreOptions = { rotateAt: 1024 * 1024 };

export class LowdbStore implements Store {
  readonly place: string;
  readonly #files: FileSystem;
  readonly #rotateAt: number;
  readonly #documents = new SerialQueue();
  readonly #workshops = new Map<string, Promise<WorkshopFolder>>();
  #isClosed = false;

  private constructor(root: string, files: FileSystem, options: StoreOptions) {
    this.place = root;
    this.#files = files;
    this.#rotateAt = options.rotateAt;
  }

  /** The root must exist, and no other process may be writing in it: `openStore` sees to both. */
  static async open(root: string, files: FileSystem, options: StoreOptions = DEFAULTS): Promise<LowdbStore> {
    const store = new LowdbStore(root, files, options);
    for (const name of [WORKSHOPS, ...COLLECTIONS]) await ensureFolder(files, join(root, name));
    await store.#sweep();
    return store;
  }

  async listWorkshops(): Promise<string[]> {
    this.#checkOpen();
    const names = (await this.#files.listFolder(this.#workshopRoot)) ?? [];
    const kept: string[] = [];
    for (const name of names.filter(isSafeId)) {
      if (!(await this.#workshop(name)).isEmpty) kept.push(name);
    }
    return kept;
  }

  async readWorkshop(id: string): Promise<StoredWorkshop> {
    return (await this.#workshop(id)).read();
  }

  async append(id: string, expectedSeq: number, records: readonly JournalRecord[]): Promise<void> {
    const lines = recordLines(records);
    await (await this.#workshop(id)).append(expectedSeq, records, lines);
  }

  async writeCheckpoint(id: string, checkpoint: Checkpoint): Promise<void> {
    const stored = checkpointDocument(checkpoint);
    stored.catch(() => undefined);
    await (await this.#workshop(id)).writeCheckpoint(checkpoint.seq, stored);
  }

  async replaceWorkshop(id: string, checkpoint: Checkpoint): Promise<void> {
    const stored = await checkpointDocument(checkpoint);
    await (await this.#workshop(id)).replaceWith(checkpoint.seq, stored);
  }

  async removeWorkshop(id: string): Promise<void> {
    await (await this.#workshop(id)).remove();
  }

  async release(id: string): Promise<void> {
    await (await this.#workshop(id)).close();
  }

  async list(collection: Collection): Promise<string[]> {
    this.#checkOpen();
    const names = (await this.#files.listFolder(join(this.place, collection))) ?? [];
    return names
      .map(idOfDocument)
      .filter((id) => id !== null)
      .sort();
  }

  async read<T>(collection: Collection, id: string, parse: (value: unknown) => T): Promise<T | null> {
    this.#checkOpen();
    const path = documentPath(this.place, collection, safeId(id));
    const low = new Low<StoredDocument | null>(new DurableAdapter(this.#files, path, collection), null);
    await this.#documents.run(() => low.read());
    if (low.data === null) return null;
    try {
      return parse(low.data.document);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.slice(0, 400) : String(cause);
      throw new DamagedFile(path, new Damage(0, `it does not hold what it should: ${reason}`), null);
    }
  }

  stored(collection: Collection, id: string): Promise<Uint8Array | null> {
    this.#checkOpen();
    const path = documentPath(this.place, collection, safeId(id));
    return this.#documents.run(() => this.#files.readFile(path));
  }

  async write(collection: Collection, id: string, document: unknown): Promise<void> {
    await this.#write(collection, id, document, () => Promise.resolve());
  }

  /** The earlier generations go first: a crash in between leaves one whole document, the old one or the new one. */
  async replace(collection: Collection, id: string, document: unknown): Promise<void> {
    await this.#write(collection, id, document, (adapter) => {
      adapter.keepNoPrevious();
      const folder = join(this.place, collection);
      return this.#removeGenerations(folder, documentPath(this.place, collection, id));
    });
  }

  async #write(
    collection: Collection,
    id: string,
    document: unknown,
    prepare: (adapter: DurableAdapter) => Promise<void>,
  ): Promise<void> {
    this.#checkOpen();
    const adapter = new DurableAdapter(
      this.#files,
      documentPath(this.place, collection, safeId(id)),
      collection,
    );
    const stored = withText({ kind: collection, document });
    await this.#documents.run(async () => {
      await prepare(adapter);
      await new Low<StoredDocument | null>(adapter, stored).write();
    });
  }

  /** With every earlier generation and every copy kept beside it, for erasure (C5). */
  async remove(collection: Collection, id: string): Promise<void> {
    this.#checkOpen();
    const path = documentPath(this.place, collection, safeId(id));
    await this.#documents.run(async () => {
      const folder = join(this.place, collection);
      await this.#removeGenerations(folder, path);
      try {
        await removeIfThere(this.#files, path);
        await this.#files.syncFolder(folder);
      } catch (error) {
        throw storageFailed('written', path, error);
      }
    });
  }

  /** A file of a name that the next opening sweeps away, were it left behind. */
  async probe(): Promise<void> {
    this.#checkOpen();
    const path = unfinishedName(join(this.place, 'staff', 'probe'));
    try {
      await writeNewFile(this.#files, path, Buffer.from('probe'));
    } catch (error) {
      throw storageFailed('written', path, error);
    } finally {
      await removeIfThere(this.#files, path).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#documents.run(() => Promise.resolve());
    const opened = await Promise.allSettled(this.#workshops.values());
    for (const each of opened) if (each.status === 'fulfilled') await each.value.close();
  }

  get #workshopRoot(): string {
    return join(this.place, WORKSHOPS);
  }

  #workshop(id: string): Promise<WorkshopFolder> {
    this.#checkOpen();
    const known = this.#workshops.get(safeId(id));
    if (known) return known;
    const opening = WorkshopFolder.open(this.#files, this.#workshopRoot, id, this.#rotateAt);
    this.#workshops.set(id, opening);
    opening.catch(() => this.#workshops.delete(id));
    return opening;
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new Error('The store is closed.');
  }

  /** Before the current one: that missing beside an earlier one would be damage. */
  async #removeGenerations(folder: string, path: string): Promise<void> {
    try {
      const names = (await this.#files.listFolder(folder)) ?? [];
      for (const name of names.filter((each) => isGenerationOf(each, path)))
        await removeIfThere(this.#files, join(folder, name));
      await this.#files.syncFolder(folder);
    } catch (error) {
      throw storageFailed('written', path, error);
    }
  }

  /** Takes away what a crash left half made or half removed; what is there counts from now on, so its names are synced. */
  async #sweep(): Promise<void> {
    await sweepFolders(this.#files, this.#workshopRoot);
    for (const collection of COLLECTIONS) {
      const folder = join(this.place, collection);
      for (const name of ((await this.#files.listFolder(folder)) ?? []).filter(isUnfinished)) {
        await removeIfThere(this.#files, join(folder, name));
      }
      await this.#files.syncFolder(folder);
    }
  }
}
