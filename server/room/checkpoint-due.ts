/**
 * When the state is written whole again. A checkpoint holds the answer to every command (R3) and so costs more as a workshop grows:
 * one that becomes rarer as it does costs each command the same (B5), and a start reads no more journal than a tenth of what was said.
 */
const FEWEST_RECORDS = 1_000;
const SHARE = 0.1;

export function isCheckpointDue(seq: number, checkpointSeq: number): boolean {
  return seq - checkpointSeq >= Math.max(FEWEST_RECORDS, seq * SHARE);
}
