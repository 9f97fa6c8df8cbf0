/** Puts a workshop together from its folder: checkpoint and journal, exactly what was acknowledged, or a refusal that names the file. */
import { join } from 'node:path';
import { readCheckpoint } from './checkpoint-document.ts';
import { Damage, DamagedFile } from './damaged-file.ts';
import type { DurableAdapter } from './durable-adapter.ts';
import type { FileSystem } from './file-system.ts';
import { readChain } from './journal-chain.ts';
import type { JournalChain } from './journal-chain.ts';
import { keepBeside, refuseDamaged } from './keep-damaged.ts';
import { CHECKPOINT_FILE, WATERMARK_FILE } from './layout.ts';
import type { StoredWorkshop } from './port.ts';
import { storageFailed } from './storage-failed.ts';
import { readWatermark } from './watermark.ts';

export interface RecoveredWorkshop extends StoredWorkshop {
  lastSeq: number;
  /** How far the journal had come at the last checkpoint or orderly end. */
  reached: number;
  /** The journal file being written. */
  current: JournalChain['current'];
}

/** Reads only. The folder must exist. */
export async function recoverWorkshop(
  files: FileSystem,
  folder: string,
  id: string,
  checkpoints: DurableAdapter,
): Promise<RecoveredWorkshop> {
  const { checkpoint, damage } = await readCheckpoint(checkpoints, join(folder, CHECKPOINT_FILE));
  const chain = await readChain(files, folder, id, checkpoint?.seq ?? 0).catch((error: unknown) => {
    throw damage && error instanceof DamagedFile ? damage : error;
  });
  const reached = Math.max(checkpoint?.seq ?? 0, await readWatermark(files, join(folder, WATERMARK_FILE)));
  if (chain.lastSeq < reached) throw await cutShort(files, chain, reached);
  return { checkpoint, records: chain.records, lastSeq: chain.lastSeq, reached, current: chain.current };
}

/** Takes away what a crash left half written at the end of the journal, after a copy of it is safe. */
export async function dropTornEnd(files: FileSystem, current: JournalChain['current']): Promise<void> {
  const torn = current.bytes.subarray(current.soundLength);
  if (torn.length === 0) return;
  const copy = await keepBeside(files, current.path, 'torn', torn);
  if (copy === null) {
    throw storageFailed(
      'written',
      current.path,
      new Error('the copy of its torn end could not be kept. Is the disk full?'),
    );
  }
  try {
    await files.truncate(current.path, current.soundLength);
  } catch (error) {
    throw storageFailed('written', current.path, error);
  }
}

async function cutShort(files: FileSystem, chain: JournalChain, reached: number): Promise<unknown> {
  const damage = new Damage(
    chain.current.bytes.length,
    `it ends with record ${chain.lastSeq}, but ${reached} were stored`,
  );
  const refusal = await refuseDamaged(files, chain.current.path, chain.current.bytes, damage);
  return refusal instanceof DamagedFile ? refusal : damage;
}
