/**
 * The memory twin of the store, for tests and rehearsals. It keeps JSON text, as the disk does: what JSON would lose
 * (a Date, a Map, an undefined) is lost here too, so that a test on the twin does not pass where the disk would fail.
 */
import { bytesAsDocument, documentText } from './document-text.ts';
import { DamagedStore } from './port.ts';
import type { Checkpoint, Collection, JournalRecord, Store, StoredWorkshop } from './port.ts';
import { safeId } from './safe-id.ts';
import { checkCovered, checkNext, checkReplaces } from './sequence.ts';
import { journalRecord, storedCheckpoint } from './stored-shapes.ts';

interface KeptWorkshop {
  records: string[];
  /** The seq before the first record kept. */
  base: number;
  checkpoint: string | null;
  checkpointSeq: number | null;
}

/** What survives a restart: give the same to a second `memoryStore` to reopen it. */
export interface MemoryContents {
  workshops: Map<string, KeptWorkshop>;
  documents: Map<string, string>;
}

export function memoryContents(): MemoryContents {
  return { workshops: new Map(), documents: new Map() };
}

export function memoryStore(contents: MemoryContents = memoryContents()): Store {
  return new MemoryStore(contents);
}

class MemoryStore implements Store {
  readonly place = 'memory (lost when the process ends)';
  readonly #contents: MemoryContents;
  #isClosed = false;

  constructor(contents: MemoryContents) {
    this.#contents = contents;
  }

  release(id: string): Promise<void> {
    return this.#ready(id);
  }

  async listWorkshops(): Promise<string[]> {
    await this.#ready();
    return [...this.#contents.workshops.keys()].sort();
  }

  async readWorkshop(id: string): Promise<StoredWorkshop> {
    await this.#ready(id);
    const kept = this.#contents.workshops.get(id) ?? nothingKept();
    const from = kept.checkpointSeq === null ? 0 : kept.checkpointSeq - kept.base;
    return {
      checkpoint: kept.checkpoint === null ? null : (JSON.parse(kept.checkpoint) as Checkpoint),
      records: kept.records.slice(from).map((line) => JSON.parse(line) as JournalRecord),
    };
  }

  async append(id: string, expectedSeq: number, records: readonly JournalRecord[]): Promise<void> {
    await this.#ready(id);
    const kept = this.#contents.workshops.get(id) ?? nothingKept();
    checkNext(id, lastSeq(kept) + 1, expectedSeq, records);
    if (records.length === 0) return;
    kept.records.push(...records.map((record) => JSON.stringify(journalRecord.parse(record))));
    this.#contents.workshops.set(id, kept);
  }

  async writeCheckpoint(id: string, checkpoint: Checkpoint): Promise<void> {
    await this.#ready(id);
    const kept = this.#contents.workshops.get(id) ?? nothingKept();
    checkCovered(id, checkpoint.seq, { lastSeq: lastSeq(kept), checkpointSeq: kept.checkpointSeq });
    if (kept.checkpointSeq === null && kept.records.length === 0) kept.base = checkpoint.seq;
    kept.checkpoint = JSON.stringify(storedCheckpoint.parse(checkpoint));
    kept.checkpointSeq = checkpoint.seq;
    this.#contents.workshops.set(id, kept);
  }

  async replaceWorkshop(id: string, checkpoint: Checkpoint): Promise<void> {
    await this.#ready(id);
    const { seq } = checkpoint;
    const text = JSON.stringify(storedCheckpoint.parse(checkpoint));
    const kept = this.#contents.workshops.get(id);
    checkReplaces(id, seq, kept ? lastSeq(kept) : 0, kept !== undefined);
    this.#contents.workshops.set(id, { records: [], base: seq, checkpoint: text, checkpointSeq: seq });
  }

  async removeWorkshop(id: string): Promise<void> {
    await this.#ready(id);
    this.#contents.workshops.delete(id);
  }

  async list(collection: Collection): Promise<string[]> {
    await this.#ready();
    const prefix = `${collection}/`;
    return [...this.#contents.documents.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
  }

  async read<T>(collection: Collection, id: string, parse: (value: unknown) => T): Promise<T | null> {
    await this.#ready(id);
    const text = this.#contents.documents.get(`${collection}/${id}`);
    if (text === undefined) return null;
    try {
      return parse(JSON.parse(text));
    } catch (cause) {
      throw new DamagedStore(`${collection}/${id} does not hold what it should.`, { cause });
    }
  }

  async stored(collection: Collection, id: string): Promise<Uint8Array | null> {
    await this.#ready(id);
    const text = this.#contents.documents.get(`${collection}/${id}`);
    return text === undefined ? null : documentText(bytesAsDocument(collection, [Buffer.from(text)]));
  }

  async write(collection: Collection, id: string, document: unknown): Promise<void> {
    await this.#ready(id);
    this.#contents.documents.set(`${collection}/${id}`, jsonOf(collection, id, document));
  }

  replace(collection: Collection, id: string, document: unknown): Promise<void> {
    return this.write(collection, id, document);
  }

  async remove(collection: Collection, id: string): Promise<void> {
    await this.#ready(id);
    this.#contents.documents.delete(`${collection}/${id}`);
  }

  probe(): Promise<void> {
    return this.#ready();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    return Promise.resolve();
  }

  /** One turn of the queue, so that a caller who forgot to await notices here and not only on the disk. */
  async #ready(id?: string): Promise<void> {
    if (id !== undefined) safeId(id);
    if (this.#isClosed) throw new Error('The store is closed.');
    return Promise.resolve();
  }
}

function nothingKept(): KeptWorkshop {
  return { records: [], base: 0, checkpoint: null, checkpointSeq: null };
}

function lastSeq(kept: KeptWorkshop): number {
  return kept.base + kept.records.length;
}

function jsonOf(collection: Collection, id: string, document: unknown): string {
  const text = JSON.stringify(document) as string | undefined;
  if (text === undefined || text === 'null')
    throw new TypeError(`${collection}/${id}: there is nothing to store.`);
  return text;
}
