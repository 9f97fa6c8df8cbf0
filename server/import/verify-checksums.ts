/** Compares the files of a bundle with its `checksums.txt` (sha256sum format). */
import { sha256 } from './sha256.ts';

const LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/** What does not agree, one sentence a file; nothing when all is well. */
export function checksumProblems(files: ReadonlyMap<string, Uint8Array>): string[] {
  const list = files.get('checksums.txt');
  if (!list) return ['checksums.txt is missing: whether the files are whole cannot be known.'];
  const expected = new Map<string, string>();
  const problems: string[] = [];
  for (const line of new TextDecoder().decode(list).split('\n').filter(Boolean)) {
    const [, sum, path] = LINE.exec(line.replace(/\r$/, '')) ?? [];
    if (sum && path) expected.set(path, sum);
    else problems.push('checksums.txt holds a line that is no checksum.');
  }
  for (const [path, sum] of expected) {
    const content = files.get(path);
    if (!content) problems.push(`${path} is missing.`);
    else if (sha256(content) !== sum)
      problems.push(`${path} is not as it was written: its checksum differs.`);
  }
  for (const path of files.keys()) {
    if (path !== 'checksums.txt' && !expected.has(path)) problems.push(`${path} is not in checksums.txt.`);
  }
  return problems;
}
