/**
 * One process writes in a data folder. The lock is SQLite's own lock on an empty file: the system lets go of it when
 * the process ends, however it ends, so there is no stale lock to recognise, on Linux, macOS or across containers.
 * Who holds it stands in a second file, only to be named in a sentence.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const LOCK_FILE = 'lock';
const LOCK_OWNER_FILE = 'lock-owner.json';
const SQLITE_BUSY = 5;

const owner = z.object({ pid: z.int(), host: z.string(), since: z.string() });

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

export class FolderLock {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Throws FolderInUse, naming the other process. */
  static async take(folder: string): Promise<FolderLock> {
    const database = new DatabaseSync(join(folder, LOCK_FILE));
    try {
      database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if ((error as { errcode?: unknown }).errcode === SQLITE_BUSY)
        throw new FolderInUse(await inUse(folder), { cause: error });
      throw error;
    }
    const self = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    await writeFile(join(folder, LOCK_OWNER_FILE), `${JSON.stringify(self)}\n`, { mode: 0o600 });
    return new FolderLock(database);
  }

  release(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

async function inUse(folder: string): Promise<string> {
  return `${folder} is in use by ${await describeOwner(folder)}. Stop that one first, or give this one another folder (DATA_DIR).`;
}

async function describeOwner(folder: string): Promise<string> {
  try {
    const { pid, host, since } = owner.parse(
      JSON.parse(await readFile(join(folder, LOCK_OWNER_FILE), 'utf8')),
    );
    const where = host === hostname() ? '' : ` on ${host}`;
    return `another Plumbline (process ${pid}${where}, since ${since})`;
  } catch {
    return 'another Plumbline';
  }
}
