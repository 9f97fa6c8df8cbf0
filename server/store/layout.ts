/** Where things lie in a data folder. */
import { basename, join } from 'node:path';
import { COLLECTIONS } from './port.ts';
import type { Collection } from './port.ts';
import { isSafeId } from './safe-id.ts';

export const WORKSHOPS = 'workshops';
const ENDING = '.json';

/** There while a backup is being restored: a folder that still has it is not whole. */
export const RESTORING_FILE = 'restore-unfinished';
export const CHECKPOINT_FILE = 'checkpoint.json';
/** How far the journal had come, see watermark.ts. */
export const WATERMARK_FILE = 'watermark.json';
export const JOURNAL_FILE = 'journal.ndjson';
const ARCHIVED = /^journal-([0-9]{6,15})\.ndjson$/;

export function archiveName(firstSeq: number): string {
  return `journal-${String(firstSeq).padStart(6, '0')}.ndjson`;
}

/** The first record of an archived file, from its name; null for any other file. */
export function archivedFrom(name: string): number | null {
  const digits = ARCHIVED.exec(name)?.[1];
  return digits === undefined || archiveName(Number(digits)) !== name ? null : Number(digits);
}

export function documentPath(root: string, collection: Collection, id: string): string {
  return join(root, collection, `${id}${ENDING}`);
}

/** null for a file that is not a current document. */
export function idOfDocument(name: string): string | null {
  return name.endsWith(ENDING) && !name.startsWith('.') ? name.slice(0, -ENDING.length) : null;
}

/** An earlier generation of the document at `path`, or a copy kept beside it. */
export function isGenerationOf(name: string, path: string): boolean {
  const own = basename(path);
  return (
    name.startsWith(own) &&
    /^(\.prev)?(\.tmp-[0-9a-f]{12}|\.damaged-[0-9a-f]{8})?$/.test(name.slice(own.length)) &&
    name !== own
  );
}

/** True for the path of a file that a backup may hold, and so for nothing outside its folder. */
export function isPartOfBackup(path: string): boolean {
  const [top = '', second = '', third, ...more] = path.split('/');
  if (more.length > 0) return false;
  if (top === WORKSHOPS && third !== undefined) {
    const isKnown = third === JOURNAL_FILE || third === CHECKPOINT_FILE || archivedFrom(third) !== null;
    return isSafeId(second) && isKnown;
  }
  const id = idOfDocument(second);
  return third === undefined && COLLECTIONS.some((each) => each === top) && id !== null && isSafeId(id);
}
