/** Unpacks an uploaded zip: names, counts, sizes and ratios are judged from its directory before anything is unpacked. */
import { unzipSync } from 'fflate';
import type { UnzipFileInfo } from 'fflate';
import { bundleLimits } from './bundle-limits.ts';

/** `data/occupations.csv`: no way up, no drive, no absolute path, nothing hidden. */
const SAFE_NAME = /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*){0,4}$/i;

export type Unzipped = { files: Map<string, Uint8Array> } | { problem: string };

export function unzipSafely(bytes: Uint8Array): Unzipped {
  if (bytes.length > bundleLimits.bytes)
    return { problem: 'The zip is larger than any bundle Plumbline writes.' };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { problem: 'The file is not a zip.' };
  const seen = new Set<string>();
  let total = 0;
  let problem: string | null = null;
  const filter = (entry: UnzipFileInfo): boolean => {
    total += entry.originalSize;
    problem ??=
      entryProblem(entry, seen) ?? (total > bundleLimits.allBytes ? 'The zip unpacks to too much.' : null);
    if (seen.size >= bundleLimits.entries)
      problem ??= `The zip holds more than ${bundleLimits.entries} files.`;
    seen.add(entry.name);
    return problem === null && !entry.name.endsWith('/');
  };
  try {
    const files = unzipSync(bytes, { filter });
    return problem === null ? { files: new Map(Object.entries(files)) } : { problem };
  } catch {
    return { problem: problem ?? 'The zip is damaged and cannot be unpacked.' };
  }
}

function entryProblem(entry: UnzipFileInfo, seen: ReadonlySet<string>): string | null {
  const name = JSON.stringify(entry.name.slice(0, 80));
  if (!SAFE_NAME.test(entry.name.replace(/\/$/, '')))
    return `The zip holds a file with an unsafe name: ${name}.`;
  if (seen.has(entry.name)) return `The zip holds ${name} twice.`;
  if (entry.originalSize > bundleLimits.entryBytes) return `${name} unpacks to too much.`;
  const ratio = entry.originalSize / Math.max(1, entry.size);
  if (entry.originalSize > bundleLimits.ratioFrom && ratio > bundleLimits.ratio) {
    return `${name} is packed so tightly that it cannot be a table.`;
  }
  return null;
}
