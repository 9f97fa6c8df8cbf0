import { SequenceConflict } from './port.ts';
import type { JournalRecord } from './port.ts';

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

/** Throws SequenceConflict unless the checkpoint holds all that is stored, and there is something. */
export function checkReplaces(id: string, seq: number, lastSeq: number, isStored: boolean): void {
  if (isStored && seq === lastSeq) return;
  throw new SequenceConflict(
    `workshop ${id}: a state at ${seq} cannot take the place of ${isStored ? `one at ${lastSeq}` : 'nothing'}.`,
  );
}

/**
 * A checkpoint may cover only what is in the journal, and never go back. For a workshop with nothing stored it may begin
 * at any number: the journal goes on from there.
 */
export function checkCovered(
  id: string,
  seq: number,
  stored: { lastSeq: number; checkpointSeq: number | null },
): void {
  const isNew = stored.lastSeq === 0 && stored.checkpointSeq === null;
  if (!Number.isSafeInteger(seq) || seq < 0) {
    throw new SequenceConflict(`workshop ${id}: ${seq} is not a record number.`);
  }
  if (!isNew && seq > stored.lastSeq) {
    throw new SequenceConflict(
      `workshop ${id}: a checkpoint at ${seq} is ahead of the journal, which ends at ${stored.lastSeq}.`,
    );
  }
  if (stored.checkpointSeq !== null && seq < stored.checkpointSeq) {
    throw new SequenceConflict(
      `workshop ${id}: a checkpoint at ${seq} is older than the one stored at ${stored.checkpointSeq}.`,
    );
  }
}
