/**
 * The append-only file of one workshop. What waits while a sync is under way goes out together in the next write
 * (group commit). After one failed write or sync nothing more is accepted until a new process has read the file (N6). A
 * write that failed is cut off again, and then what was acknowledged can still be read; after a failed sync, or when the
 * cut fails too, what the disk holds is unknown and the failure is final.
 */
import { SyncFailed } from './file-system.ts';
import type { SyncedFile } from './file-system.ts';
import { SequenceConflict } from './port.ts';
import { SerialQueue } from './serial-queue.ts';
import { storageFailed } from './storage-failed.ts';
import type { StorageFailed } from './storage-failed.ts';

interface WaitingAppend {
  bytes: Buffer;
  lastSeq: number;
  resolve: () => void;
  reject: (failure: StorageFailed) => void;
}

interface JournalDisk {
  /** Asked at the first append: a workshop nobody writes to holds no descriptor. */
  open(): Promise<SyncedFile>;
  cutTo(length: number): Promise<void>;
}

export class JournalFile {
  readonly #path: string;
  readonly #disk: JournalDisk;
  readonly #queue = new SerialQueue();
  #file: SyncedFile | null = null;
  #waiting: WaitingAppend[] = [];
  #failure: StorageFailed | null = null;
  #length = 0;
  #lastSeq = 0;

  constructor(path: string, disk: JournalDisk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** What recovery found in the file. */
  startAt(length: number, lastSeq: number): void {
    this.#length = length;
    this.#lastSeq = lastSeq;
  }

  /** How many bytes have been synced. */
  get length(): number {
    return this.#length;
  }

  /** The last record that has been synced. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  get failure(): StorageFailed | null {
    return this.#failure;
  }

  /** Resolves when the lines are on the disk. */
  append(bytes: Buffer, lastSeq: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, lastSeq, resolve, reject });
      if (this.#waiting.length === 1) void this.#queue.run(() => this.#flush());
    });
  }

  /** Runs a task while nothing is being written, after all that was asked before it. */
  alone<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue.run(task);
  }

  /** Like `alone`, for a task that moves or replaces the file: it is closed first, and a failure is final; a conflict is none. */
  replace(task: () => Promise<{ length: number; lastSeq: number }>): Promise<void> {
    return this.alone(async () => {
      if (this.#failure) throw this.#failure;
      try {
        await this.#closeFile();
        const { length, lastSeq } = await task();
        this.startAt(length, lastSeq);
      } catch (error) {
        throw error instanceof SequenceConflict ? error : this.#fail(error, true);
      }
    });
  }

  close(): Promise<void> {
    return this.#queue.run(() => this.#closeFile());
  }

  async #flush(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      if (this.#failure) throw this.#failure;
      const bytes =
        group.length === 1 && group[0] ? group[0].bytes : Buffer.concat(group.map((each) => each.bytes));
      this.#file ??= await this.#disk.open();
      await this.#write(this.#file, bytes);
      this.startAt(this.#length + bytes.length, group.at(-1)?.lastSeq ?? this.#lastSeq);
    } catch (error) {
      const failure = this.#fail(error, true);
      for (const each of group) each.reject(failure);
      return;
    }
    for (const each of group) each.resolve();
  }

  async #write(file: SyncedFile, bytes: Buffer): Promise<void> {
    try {
      await file.append(bytes);
    } catch (error) {
      if (error instanceof SyncFailed) throw this.#fail(error.cause, true);
      await this.#closeFile();
      await this.#disk.cutTo(this.#length);
      throw this.#fail(error, false);
    }
  }

  #fail(error: unknown, isFinal: boolean): StorageFailed {
    this.#failure ??= storageFailed('written', this.#path, error, isFinal);
    return this.#failure;
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }
}
