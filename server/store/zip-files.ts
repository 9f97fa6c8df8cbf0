import { readFile } from 'node:fs/promises';
import { unzipSync, Zip, ZipDeflate } from 'fflate';
import { DamagedFile } from './damaged-file.ts';
import { DamagedStore } from './port.ts';
import { zipDamage } from './zip-damage.ts';

export function isZip(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

/** Every file of a zip, by its path. Throws DamagedStore when it cannot be read as one. */
export async function readZip(path: string): Promise<Map<string, Buffer>> {
  const bytes = await readFile(path);
  const damage = zipDamage(bytes);
  if (damage) throw new DamagedFile(path, damage, null);
  try {
    const files = Object.entries(unzipSync(bytes));
    return new Map(
      files.map(([name, content]) => [name, Buffer.from(content.buffer, content.byteOffset, content.length)]),
    );
  } catch (cause) {
    throw new DamagedStore(`${path} cannot be read as a zip file.`, { cause });
  }
}

/** Makes a zip piece by piece: each file's bytes go to `write` before the next one is taken. */
export class ZipWriter {
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #failure: Error | null = null;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error) this.#failure = error;
      else this.#pieces.push(piece);
    });
  }

  add(path: string, bytes: Buffer): Buffer {
    const entry = new ZipDeflate(path, { level: 6 });
    this.#zip.add(entry);
    entry.push(bytes, true);
    return this.#taken();
  }

  end(): Buffer {
    this.#zip.end();
    return this.#taken();
  }

  #taken(): Buffer {
    if (this.#failure) throw this.#failure;
    const taken = Buffer.concat(this.#pieces);
    this.#pieces = [];
    return taken;
  }
}
