/** A backup says what is in it, so that a file that is missing, cut off or added is noticed before it is restored. */
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { Damage } from './damaged-file.ts';
import { documentText, parseDocument } from './document-text.ts';
import { isPartOfBackup } from './layout.ts';

export const MANIFEST_FILE = 'backup.json';
const KIND = 'backup';

const manifest = z.strictObject({
  madeAt: z.string(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().nonnegative(), crc: z.string() })),
});

export type BackupManifest = z.infer<typeof manifest>;
export type BackupEntry = BackupManifest['files'][number];

export function backupEntry(path: string, bytes: Buffer): BackupEntry {
  return { path, bytes: bytes.length, crc: crc32(bytes).toString(16).padStart(8, '0') };
}

export function manifestText(content: BackupManifest): Buffer {
  return documentText({ kind: KIND, document: content });
}

/** Throws Damage or NewerFormat. */
export function parseManifest(bytes: Buffer): BackupManifest {
  const parsed = manifest.safeParse(parseDocument(bytes, KIND, MANIFEST_FILE).document);
  if (!parsed.success) throw new Damage(0, 'it is not the list of a backup');
  const stranger = parsed.data.files.find((entry) => !isPartOfBackup(entry.path));
  if (stranger) throw new Damage(0, `it lists ${JSON.stringify(stranger.path)}, which no backup holds`);
  return parsed.data;
}
