/** What a revision made by a replay says of it: every adjustment that stood, its outcome, and who settled it how. */
import * as z from 'zod';
import { replayed } from './replayed.ts';
import { settlement } from './settlement.ts';

export const replayRecord = z.strictObject({
  id: z.string(),
  from: z.strictObject({
    dataset: z.string(),
    release: z.string(),
    revision: z.strictObject({ id: z.string(), number: z.number().int().min(1) }),
  }),
  results: z.array(replayed),
  settlements: z.array(settlement),
});
export type ReplayRecord = z.infer<typeof replayRecord>;
