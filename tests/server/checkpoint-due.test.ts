import { expect, test } from 'vitest';
import { isCheckpointDue } from '../../server/room/checkpoint-due.ts';

/** How many answers all checkpoints wrote until so many records were stored, and the most a start had to read from the journal. */
function written(records: number): { answers: number; longestTail: number } {
  let [answers, checkpointSeq, longestTail] = [0, 0, 0];
  for (let seq = 1; seq <= records; seq += 1) {
    longestTail = Math.max(longestTail, seq - checkpointSeq);
    if (!isCheckpointDue(seq, checkpointSeq)) continue;
    answers += seq;
    checkpointSeq = seq;
  }
  return { answers, longestTail };
}

test('B5 what checkpoints write for a record does not grow with the workshop', () => {
  expect(written(1_000_000).answers / 1_000_000).toBeLessThan(10);
  expect(written(50_000).answers / 50_000).toBeLessThan(10);
});

test('B5 a start reads a thousand records of a small workshop, and a tenth of a large one', () => {
  expect(written(9_000).longestTail).toBe(1_000);
  expect(written(50_000).longestTail).toBeLessThanOrEqual(5_000);
});
