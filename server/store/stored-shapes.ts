/** What a record and a checkpoint must look like, going in and coming out: nothing is written that could not be read. */
import * as z from 'zod';

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
  answered: z.array(z.tuple([z.string(), z.string(), z.int()])),
});
