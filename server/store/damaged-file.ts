import { join } from 'node:path';
import { DamagedStore } from './port.ts';

/** What a reader found wrong, and where; it does not know yet what the file is called. */
export class Damage extends Error {
  readonly offset: number;
  /** How many bytes from there on it may be in; null where it is that very byte. */
  readonly within: number | null;

  constructor(offset: number, reason: string, within: number | null = null) {
    super(reason);
    this.offset = offset;
    this.within = within;
  }

  /** "at byte 12", or "in the 80 bytes from byte 12 on". */
  get place(): string {
    return this.within === null
      ? `at byte ${this.offset}`
      : `somewhere in the ${this.within} bytes from byte ${this.offset} on`;
  }
}

/** A file that does not check. Nothing is overwritten, and the copy beside it survives whatever is tried next (N5). */
export class DamagedFile extends DamagedStore {
  override readonly name = 'DamagedFile';
  readonly file: string;
  readonly offset: number;
  readonly place: string;
  readonly #damage: Damage;

  constructor(file: string, damage: Damage, copy: string | null) {
    super(
      `${file} is damaged ${damage.place}: ${damage.message}. Nothing was changed` +
        `${copy === null ? '' : `, and a copy is kept as ${copy}`}. Restore a backup, or mend the file and start again.`,
      { cause: damage },
    );
    this.file = file;
    this.offset = damage.offset;
    this.place = damage.place;
    this.#damage = damage;
  }

  /** The same, for a file that was read by its path within `root`. */
  under(root: string): DamagedFile {
    return new DamagedFile(join(root, this.file), this.#damage, null);
  }
}
