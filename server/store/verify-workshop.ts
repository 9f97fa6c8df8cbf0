import { join } from 'node:path';
import { readCheckpoint } from './checkpoint-document.ts';
import { DurableAdapter } from './durable-adapter.ts';
import type { FileSystem } from './file-system.ts';
import { readChain } from './journal-chain.ts';
import { archivedFrom, CHECKPOINT_FILE } from './layout.ts';
import { recoverWorkshop } from './recover-workshop.ts';

export interface VerifiedWorkshop {
  records: number;
  /** Bytes at the end of the journal that a crash cut off: never acknowledged, dropped at the next start. */
  tornBytes: number;
}

/**
 * Checks every file of a workshop, the archived ones too, and that they fit together. `files` should be read-only.
 * Throws DamagedFile, NewerFormat or StorageFailed; a checkpoint that could be made up for is damage here.
 */
export async function verifyWorkshop(
  files: FileSystem,
  folder: string,
  id: string,
): Promise<VerifiedWorkshop> {
  const path = join(folder, CHECKPOINT_FILE);
  const adapter = new DurableAdapter(files, path, 'checkpoint');
  const { checkpoint, damage } = await readCheckpoint(adapter, path);
  if (damage) throw damage;
  const { current } = await recoverWorkshop(files, folder, id, adapter);
  const archived = ((await files.listFolder(folder)) ?? [])
    .map(archivedFrom)
    .filter((first) => first !== null);
  const begin = Math.min(current.firstSeq, ...archived);
  const chain = await readChain(files, folder, id, checkpoint === null ? 0 : begin - 1);
  return { records: chain.records.length, tornBytes: current.bytes.length - current.soundLength };
}
