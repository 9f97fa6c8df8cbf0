/**
 * lowdb's adapter with what lowdb's own lacks: unique temporary name, sync before and after the rename, the previous
 * generation kept, a checksum, and no file ever taken for an empty database.
 */
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { Damage } from './damaged-file.ts';
import { documentText, parseDocument } from './document-text.ts';
import type { StoredDocument } from './document-text.ts';
import { keepAs, removeIfThere, unfinishedName, writeNewFile } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { refuseDamaged } from './keep-damaged.ts';
import { storageFailed } from './storage-failed.ts';

export class DurableAdapter implements Adapter<StoredDocument | null> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #kind: string;
  #isCurrentSound = true;
  #keepsPrevious = true;

  constructor(files: FileSystem, path: string, kind: string) {
    this.#files = files;
    this.#path = path;
    this.#kind = kind;
  }

  /** null when there never was one. Throws DamagedFile or NewerFormat. */
  async read(): Promise<StoredDocument | null> {
    const bytes = await this.#readFile(this.#path);
    if (bytes === null) {
      if ((await this.#readFile(this.previousPath)) === null) return null;
      throw await refuseDamaged(
        this.#files,
        this.#path,
        Buffer.alloc(0),
        new Damage(0, 'it is gone, though an earlier one is there'),
      );
    }
    try {
      return parseDocument(bytes, this.#kind, this.#path);
    } catch (error) {
      this.#isCurrentSound = false;
      throw await refuseDamaged(this.#files, this.#path, bytes, error);
    }
  }

  /** The generation before, for a reader that can make up the difference; null when there is none that checks. */
  async readPrevious(): Promise<StoredDocument | null> {
    const bytes = await this.#readFile(this.previousPath);
    try {
      return bytes === null ? null : parseDocument(bytes, this.#kind, this.previousPath);
    } catch {
      return null;
    }
  }

  async write(stored: StoredDocument | null): Promise<void> {
    if (stored === null) throw new TypeError(`${this.#path}: there is nothing to store.`);
    const bytes = documentText(stored);
    const unfinished = unfinishedName(this.#path);
    try {
      await writeNewFile(this.#files, unfinished, bytes);
      await this.#keepPrevious();
      await this.#files.rename(unfinished, this.#path);
      await this.#files.syncFolder(dirname(this.#path));
    } catch (error) {
      await removeIfThere(this.#files, unfinished).catch(() => undefined);
      throw storageFailed('written', this.#path, error);
    }
  }

  /** For what is to be forgotten: the next generations leave none behind them. */
  keepNoPrevious(): void {
    this.#keepsPrevious = false;
  }

  get previousPath(): string {
    return `${this.#path}.prev`;
  }

  /** A damaged file never becomes the previous generation. */
  async #keepPrevious(): Promise<void> {
    const isKept =
      this.#keepsPrevious && this.#isCurrentSound && (await this.#files.readFile(this.#path)) !== null;
    if (isKept) await keepAs(this.#files, this.#path, this.previousPath);
    this.#isCurrentSound = true;
  }

  async #readFile(path: string): Promise<Buffer | null> {
    try {
      return await this.#files.readFile(path);
    } catch (error) {
      throw storageFailed('read', path, error);
    }
  }
}
