/** What a record and a checkpoint must look like, going in and coming out: nothing is written that could not be read. */
import * as z from 'zod';
import type { Checkpoint } from './port.ts';

export const journalRecord = z.strictObject({
  seq: z.int().positive(),
  at: z.number(),
  command: z.strictObject({ id: z.string(), hash: z.string() }).nullable(),
  actor: z.string(),
  events: z.array(z.unknown()),
});

export const storedCheckpoint = z.strictObject({
  seq: z.int().nonnegative(),
  state: z.unknown(),
  answered: z.custom<Checkpoint['answered']>(isAnsweredList),
});

/** By hand: the list has an entry for every command of a workshop, and a schema takes ten times as long over it. */
function isAnsweredList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isAnswered);
}

function isAnswered(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  return typeof value[0] === 'string' && typeof value[1] === 'string' && Number.isSafeInteger(value[2]);
}
