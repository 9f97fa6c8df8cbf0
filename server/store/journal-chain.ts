/** A workshop's journal as it lies in its folder: archived files named by their first record, then the one being written. */
import { join } from 'node:path';
import { Damage, DamagedFile } from './damaged-file.ts';
import type { FileSystem } from './file-system.ts';
import { refuseDamaged } from './keep-damaged.ts';
import { archivedFrom, archiveName, JOURNAL_FILE } from './layout.ts';
import type { JournalRecord } from './port.ts';
import { scanJournal } from './scan-journal.ts';
import type { ScannedJournal } from './scan-journal.ts';
import { storageFailed } from './storage-failed.ts';

export interface JournalChain {
  /** Every stored record after the one asked for. */
  records: JournalRecord[];
  lastSeq: number;
  /** The file being written: its first record, and how many of its bytes are whole appends. */
  current: { path: string; version: number; firstSeq: number; soundLength: number; bytes: Buffer };
}

/** Reads the records after `after`. Throws DamagedFile where the chain does not check or does not reach back that far. */
export async function readChain(
  files: FileSystem,
  folder: string,
  id: string,
  after: number,
): Promise<JournalChain> {
  const path = join(folder, JOURNAL_FILE);
  const { bytes, scanned } = await scanFile(files, path, id);
  const archived = archivesBefore(scanned.firstSeq, (await files.listFolder(folder)) ?? []);
  let records: JournalRecord[] = [];
  let next = after + 1;
  for (const firstSeq of archivesNeeded(archived, next, scanned.firstSeq)) {
    const archive = await scanArchive(files, join(folder, archiveName(firstSeq)), id, firstSeq);
    const end = firstSeq + archive.records.length;
    const following = archived.find((each) => each > firstSeq) ?? scanned.firstSeq;
    if (end !== following) throw gap(join(folder, archiveName(firstSeq)), end, following);
    records = records.concat(archive.records.slice(Math.max(0, next - firstSeq)));
    next = Math.max(next, end);
  }
  if (scanned.firstSeq > next) throw uncovered(path, next, scanned.firstSeq);
  records = records.concat(scanned.records.slice(next - scanned.firstSeq));
  const lastSeq = scanned.firstSeq + scanned.records.length - 1;
  return {
    records,
    lastSeq,
    current: {
      path,
      version: scanned.version,
      firstSeq: scanned.firstSeq,
      soundLength: scanned.soundLength,
      bytes,
    },
  };
}

async function scanArchive(
  files: FileSystem,
  path: string,
  id: string,
  firstSeq: number,
): Promise<ScannedJournal> {
  const { bytes, scanned } = await scanFile(files, path, id);
  if (scanned.soundLength !== bytes.length) {
    throw await refuseDamaged(files, path, bytes, new Damage(scanned.soundLength, 'it is cut off'));
  }
  if (scanned.firstSeq !== firstSeq) {
    throw await refuseDamaged(files, path, bytes, new Damage(0, `it begins with record ${scanned.firstSeq}`));
  }
  return scanned;
}

async function scanFile(
  files: FileSystem,
  path: string,
  id: string,
): Promise<{ bytes: Buffer; scanned: ScannedJournal }> {
  const bytes = await files.readFile(path).catch((error: unknown) => {
    throw storageFailed('read', path, error);
  });
  if (bytes === null) throw new DamagedFile(path, new Damage(0, 'the file is gone'), null);
  try {
    const scanned = await scanJournal(bytes, path);
    if (scanned.workshop !== id) throw new Damage(0, `it belongs to workshop ${scanned.workshop}`);
    return { bytes, scanned };
  } catch (error) {
    throw await refuseDamaged(files, path, bytes, error);
  }
}

/** A crash between the two steps of a rotation leaves the current file with an archive's name as well: that one is passed over. */
function archivesBefore(currentFirst: number, names: readonly string[]): number[] {
  return names
    .map(archivedFrom)
    .filter((first) => first !== null && first < currentFirst)
    .map(Number)
    .sort((a, b) => a - b);
}

function archivesNeeded(archived: readonly number[], next: number, currentFirst: number): number[] {
  if (currentFirst <= next) return [];
  const start = archived.findLastIndex((first) => first <= next);
  return start === -1 ? [] : archived.slice(start);
}

function gap(path: string, end: number, following: number): DamagedFile {
  return new DamagedFile(
    path,
    new Damage(0, `it ends before record ${end}, and the next file begins with ${following}`),
    null,
  );
}

function uncovered(path: string, from: number, firstSeq: number): DamagedFile {
  const reason = `it begins with record ${firstSeq}, and records ${from} to ${firstSeq - 1} are nowhere`;
  return new DamagedFile(path, new Damage(0, reason), null);
}
