/**
 * How far a workshop's journal had come when it was last put away in order. A journal that ends before that was cut
 * off afterwards, which its own lines cannot tell.
 */
import { Low } from 'lowdb';
import * as z from 'zod';
import { Damage, DamagedFile } from './damaged-file.ts';
import type { StoredDocument } from './document-text.ts';
import { DurableAdapter } from './durable-adapter.ts';
import type { FileSystem } from './file-system.ts';

const KIND = 'watermark';
const watermark = z.strictObject({ lastSeq: z.int().nonnegative() });

/** 0 when none was written. */
export async function readWatermark(files: FileSystem, path: string): Promise<number> {
  const low = new Low<StoredDocument | null>(new DurableAdapter(files, path, KIND), null);
  await low.read();
  if (low.data === null) return 0;
  const parsed = watermark.safeParse(low.data.document);
  if (!parsed.success) throw new DamagedFile(path, new Damage(0, 'it does not hold a record number'), null);
  return parsed.data.lastSeq;
}

export async function writeWatermark(files: FileSystem, path: string, lastSeq: number): Promise<void> {
  const stored: StoredDocument = { kind: KIND, document: { lastSeq } };
  await new Low<StoredDocument | null>(new DurableAdapter(files, path, KIND), stored).write();
}
