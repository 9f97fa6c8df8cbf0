/** A checkpoint as a lowdb document; and, where the current one does not check, the generation before it. */
import { Low } from 'lowdb';
import { Damage, DamagedFile } from './damaged-file.ts';
import { withText } from './document-text.ts';
import type { StoredDocument } from './document-text.ts';
import type { DurableAdapter } from './durable-adapter.ts';
import type { Checkpoint } from './port.ts';
import { storedCheckpoint } from './stored-shapes.ts';

export interface FoundCheckpoint {
  checkpoint: Checkpoint | null;
  /** Set when the current one does not check: then the journal must cover everything after `checkpoint`, or this is thrown. */
  damage: DamagedFile | null;
}

export async function readCheckpoint(adapter: DurableAdapter, path: string): Promise<FoundCheckpoint> {
  const low = new Low<StoredDocument | null>(adapter, null);
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    const previous = await adapter.readPrevious();
    return {
      checkpoint: previous === null ? null : asCheckpoint(previous, adapter.previousPath),
      damage: error,
    };
  }
  return { checkpoint: low.data === null ? null : asCheckpoint(low.data, path), damage: null };
}

/** The checkpoint as it is now: later changes to what was given do not reach the disk. */
export function checkpointDocument(checkpoint: Checkpoint): StoredDocument {
  return withText({ kind: 'checkpoint', document: storedCheckpoint.parse(checkpoint) });
}

function asCheckpoint(stored: StoredDocument, path: string): Checkpoint {
  const parsed = storedCheckpoint.safeParse(stored.document);
  if (!parsed.success) throw new DamagedFile(path, new Damage(0, 'it does not hold a checkpoint'), null);
  return parsed.data;
}
