import { strToU8, zipSync } from 'fflate';
import { sha256 } from './sha256.ts';

/** DOS dates begin in 1980; a fixed one makes the same files the same bytes. */
const STAMP = new Date(1980, 0, 1);

/** Path -> content, in the order given; `checksums.txt` (sha256sum format) is added last. */
export function deterministicZip(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const bytes = new Map([...files].map(([path, text]) => [path, strToU8(text)]));
  const sums = [...bytes].map(([path, content]) => `${sha256(content)}  ${path}\n`).join('');
  return zipSync(
    { ...Object.fromEntries(bytes), 'checksums.txt': strToU8(sums) },
    { level: 6, mtime: STAMP },
  );
}
