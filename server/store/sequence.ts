import { SequenceConflict } from './port.ts';
import type { Checkpoint, JournalRecord } from './port.ts';

/** Throws SequenceConflict unless these records are exactly the journal's next ones. */
export function checkNext(
  id: string,
  nextSeq: number,
  expectedSeq: number,
  records: readonly JournalRecord[],
): void {
  if (expectedSeq !== nextSeq) {
    throw new SequenceConflict(
      `workshop ${id}: the next record is ${nextSeq}, not ${expectedSeq}; another writer was there.`,
    );
  }
  records.forEach((record, index) => {
    if (record.seq !== expectedSeq + index) {
      throw new SequenceConflict(
        `workshop ${id}: a record numbered ${record.seq} was given where ${expectedSeq + index} follows.`,
      );
    }
  });
}

/**
 * A checkpoint may cover only what is in the journal, and never go back. For a workshop with nothing stored it may begin
 * at any number: the journal goes on from there.
 */
export function checkCovered(
  id: string,
  checkpoint: Checkpoint,
  stored: { lastSeq: number; checkpointSeq: number | null },
): void {
  const isNew = stored.lastSeq === 0 && stored.checkpointSeq === null;
  if (!Number.isSafeInteger(checkpoint.seq) || checkpoint.seq < 0) {
    throw new SequenceConflict(`workshop ${id}: ${checkpoint.seq} is not a record number.`);
  }
  if (!isNew && checkpoint.seq > stored.lastSeq) {
    throw new SequenceConflict(
      `workshop ${id}: a checkpoint at ${checkpoint.seq} is ahead of the journal, which ends at ${stored.lastSeq}.`,
    );
  }
  if (stored.checkpointSeq !== null && checkpoint.seq < stored.checkpointSeq) {
    throw new SequenceConflict(
      `workshop ${id}: a checkpoint at ${checkpoint.seq} is older than the one stored at ${stored.checkpointSeq}.`,
    );
  }
}
