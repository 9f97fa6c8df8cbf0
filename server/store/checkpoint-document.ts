/** A checkpoint as a lowdb document; and, where the current one does not check, the generation before it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Low } from 'lowdb';
import { Damage, DamagedFile } from './damaged-file.ts';
import { bytesAsDocument } from './document-text.ts';
import type { StoredDocument } from './document-text.ts';
import type { DurableAdapter } from './durable-adapter.ts';
import type { Checkpoint } from './port.ts';
import { storedCheckpoint } from './stored-shapes.ts';

/** So many answered commands are written at a time, in about a millisecond (bar B5). */
const SLICE = 2_000;

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

/**
 * The checkpoint as it is now: later changes to the state do not reach the disk. The list of answered commands grows with
 * the workshop, so its text is made in slices between which the process does other things.
 */
export async function checkpointDocument(checkpoint: Checkpoint): Promise<StoredDocument> {
  const { seq, state, answered } = storedCheckpoint.parse({ ...checkpoint, answered: [] });
  const begin = JSON.stringify({ seq, state, answered });
  const entries = checkpoint.answered.slice();
  const pieces = [Buffer.from(begin.slice(0, -']}'.length))];
  for (let from = 0; from < entries.length; from += SLICE) {
    if (from > 0) await nextTurn();
    const slice = storedCheckpoint.shape.answered.parse(entries.slice(from, from + SLICE));
    pieces.push(Buffer.from(`${from === 0 ? '' : ','}${JSON.stringify(slice).slice(1, -1)}`));
  }
  pieces.push(Buffer.from(']}'));
  return bytesAsDocument('checkpoint', pieces);
}

function asCheckpoint(stored: StoredDocument, path: string): Checkpoint {
  const parsed = storedCheckpoint.safeParse(stored.document);
  if (!parsed.success) throw new DamagedFile(path, new Damage(0, 'it does not hold a checkpoint'), null);
  return parsed.data;
}
