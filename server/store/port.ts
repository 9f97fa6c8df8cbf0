/**
 * The storage port. Two kinds of thing are kept: documents (whole, replaced whole) and, per workshop, a journal
 * (appended, with an expected sequence number) with checkpoints. All asynchronous, so that a database can stand behind it.
 * What a promise here has resolved is on the disk.
 */

/** Every collection of documents there is. */
export const COLLECTIONS = [
  'datasets',
  'revisions',
  'replays',
  'templates',
  'staff',
  'imports',
  'comments',
  'mappings',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** One stored step of a workshop: what one command did. */
export interface JournalRecord {
  /** 1, 2, 3 ... without gaps. */
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  /** The command that asked, for exactly-once (R3); null for the server's own steps. */
  command: { id: string; hash: string } | null;
  /** Who asked: role and id, never a name. */
  actor: string;
  events: readonly unknown[];
}

export interface Checkpoint {
  /** The last journal record it contains. */
  seq: number;
  state: unknown;
  /** Commands answered up to here: [id, hash, seq]. */
  answered: readonly (readonly [string, string, number])[];
}

export interface StoredWorkshop {
  checkpoint: Checkpoint | null;
  /** Records after the checkpoint, in order. */
  records: readonly JournalRecord[];
}

/** Thrown for an id that no store takes, so that each may become the name of a file: see `safe-id.ts`. */
export class UnsafeId extends Error {
  override readonly name = 'UnsafeId';
}

/** Thrown when an append's expected number is not the journal's next one: another writer was there. */
export class SequenceConflict extends Error {}

/** Thrown when what is stored does not check; names the file and keeps it. */
export class DamagedStore extends Error {}

export interface Store {
  /** Where the data lives, in words for a person. */
  readonly place: string;

  listWorkshops(): Promise<string[]>;
  readWorkshop(id: string): Promise<StoredWorkshop>;
  /** Appends all or nothing, synced before it resolves. `expectedSeq` is the seq of the first record. */
  append(id: string, expectedSeq: number, records: readonly JournalRecord[]): Promise<void>;
  /** Replaces the checkpoint; the journal may drop what it covers (an archive of every change is kept). */
  writeCheckpoint(id: string, checkpoint: Checkpoint): Promise<void>;
  /**
   * Puts this checkpoint in the place of everything stored of the workshop, journal and earlier checkpoints too (C5). It must
   * reach as far as the journal, which goes on after it. A crash leaves all of the old or all of the new.
   */
  replaceWorkshop(id: string, checkpoint: Checkpoint): Promise<void>;
  removeWorkshop(id: string): Promise<void>;
  /** Nobody writes to it for now: what is held open for it is let go, until the next append. */
  release(id: string): Promise<void>;

  list(collection: Collection): Promise<string[]>;
  /** null when there is no such document. `parse` checks what was read; a failure is a DamagedStore. */
  read<T>(collection: Collection, id: string, parse: (value: unknown) => T): Promise<T | null>;
  /** As it is kept, for another thread to check and to parse (`parseDocument`): a long one would hold up a live room here. */
  stored(collection: Collection, id: string): Promise<Uint8Array | null>;
  write(collection: Collection, id: string, document: unknown): Promise<void>;
  /** As `write`, and keeps nothing of what the document was before (C5). */
  replace(collection: Collection, id: string, document: unknown): Promise<void>;
  remove(collection: Collection, id: string): Promise<void>;

  /** Resolves when something could be stored now, and leaves no trace; rejects when not. */
  probe(): Promise<void>;

  close(): Promise<void>;
}
