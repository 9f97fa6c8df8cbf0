/** Looks through a data folder, a backup folder or a backup zip, and says what is in it and what does not check. Changes nothing. */
import { crc32 } from 'node:zlib';
import { join, resolve } from 'node:path';
import { MANIFEST_FILE, parseManifest } from './backup-manifest.ts';
import { Damage, DamagedFile } from './damaged-file.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { changedByte } from './changed-byte.ts';
import { nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { documentPath, idOfDocument, WORKSHOPS } from './layout.ts';
import { COLLECTIONS } from './port.ts';
import { NewerFormat } from './newer-format.ts';
import { filesInMemory, readOnlyFiles } from './read-only-files.ts';
import type { FileSource } from './read-only-files.ts';
import { isSafeId } from './safe-id.ts';
import { StorageFailed } from './storage-failed.ts';
import { verifyWorkshop } from './verify-workshop.ts';
import { isZip, readZip } from './zip-files.ts';

export interface Problem {
  file: string;
  /** The first byte that does not check, or where the bytes begin of which one does not. */
  offset: number;
  /** Where it is, in words. */
  place: string;
  reason: string;
}

export interface VerifyReport {
  place: string;
  isBackup: boolean;
  workshops: number;
  records: number;
  documents: number;
  /** Empty when everything checks. */
  problems: Problem[];
  /** What is worth knowing and no damage. */
  notes: string[];
}

/** Throws when there is no data folder or backup at `place`. */
export async function verifyFolder(place: string): Promise<VerifyReport> {
  const from = resolve(place);
  const source = isZip(from) ? filesInMemory(await readZip(from)) : nodeFileSystem;
  return verifySource(source, isZip(from) ? '' : from, from);
}

export async function verifySource(source: FileSource, root: string, place: string): Promise<VerifyReport> {
  const report: VerifyReport = {
    place,
    isBackup: false,
    workshops: 0,
    records: 0,
    documents: 0,
    problems: [],
    notes: [],
  };
  const names = (await source.listFolder(root)) ?? [];
  report.isBackup = names.includes(MANIFEST_FILE);
  if (!report.isBackup && !names.includes(WORKSHOPS))
    throw new Error(`${place} is no data folder or backup of Plumbline.`);
  const files = readOnlyFiles(source);
  if (report.isBackup) await noting(report, () => verifyManifest(files, root));
  for (const id of ((await files.listFolder(join(root, WORKSHOPS))) ?? []).filter(isSafeId)) {
    await noting(report, async () => {
      const folder = join(root, WORKSHOPS, id);
      const { records, tornBytes } = await verifyWorkshop(files, folder, id);
      report.workshops += 1;
      report.records += records;
      if (tornBytes > 0)
        report.notes.push(
          `${folder}: ${tornBytes} bytes cut off by a crash, never acknowledged; the next start drops them.`,
        );
    });
  }
  await verifyDocuments(report, files, root);
  return report;
}

async function verifyDocuments(report: VerifyReport, files: FileSystem, root: string): Promise<void> {
  for (const collection of COLLECTIONS) {
    const ids = ((await files.listFolder(join(root, collection))) ?? [])
      .map(idOfDocument)
      .filter((id) => id !== null);
    for (const id of ids) {
      await noting(report, async () => {
        await new DurableAdapter(files, documentPath(root, collection, id), collection).read();
        report.documents += 1;
      });
    }
  }
}

/** Every file that the backup lists is there, as it was. */
async function verifyManifest(files: FileSystem, root: string): Promise<void> {
  const path = join(root, MANIFEST_FILE);
  const bytes = (await files.readFile(path)) ?? Buffer.alloc(0);
  const { files: entries } = asDamagedFile(path, () => parseManifest(bytes));
  for (const entry of entries) {
    const file = join(root, entry.path);
    const content = await files.readFile(file);
    if (content === null)
      throw new DamagedFile(file, new Damage(0, 'the backup lists it, and it is gone'), null);
    if (content.length < entry.bytes)
      throw new DamagedFile(file, new Damage(content.length, 'it is cut off'), null);
    if (content.length > entry.bytes)
      throw new DamagedFile(file, new Damage(entry.bytes, 'it goes on after its end'), null);
    const [computed, stored] = [crc32(content), parseInt(entry.crc, 16)];
    if (computed !== stored) {
      const changed = changedByte(content, computed, stored);
      const within = changed === null ? content.length : null;
      const damage = new Damage(changed ?? 0, 'it is not what the backup put there', within);
      throw new DamagedFile(file, damage, null);
    }
  }
}

function asDamagedFile<T>(path: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw error instanceof Damage ? new DamagedFile(path, error, null) : error;
  }
}

async function noting(report: VerifyReport, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    report.problems.push(asProblem(error));
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof DamagedFile && error.cause instanceof Error) {
    const { file, offset, place, cause } = error;
    return { file, offset, place, reason: cause.message };
  }
  if (error instanceof NewerFormat || error instanceof StorageFailed)
    return { file: error.path, offset: 0, place: 'at byte 0', reason: error.message };
  throw error;
}
