import * as z from 'zod';
import { adjustment } from '../adjustment.ts';
import type { Adjustment } from '../adjustment.ts';

/** A4: what becomes of a standing adjustment when a new release of the published figures arrives. */
export const replayOutcome = z.enum(['carried', 'superseded', 'conflict']);
export type ReplayOutcome = z.infer<typeof replayOutcome>;

export const replayed = z.strictObject({
  /** As it stands on the earlier release. */
  adjustment,
  outcome: replayOutcome,
  /** As it would stand on the new release; null where the new release has nothing it could stand on. */
  on: adjustment.nullable(),
  /** Why, in one sentence for the person who decides. */
  reason: z.string(),
});
export type Replayed = z.infer<typeof replayed>;

export function carried(adjustment: Adjustment, on: Adjustment, reason: string): Replayed {
  return { adjustment, outcome: 'carried', on, reason };
}

export function superseded(adjustment: Adjustment, reason: string): Replayed {
  return { adjustment, outcome: 'superseded', on: null, reason };
}

export function conflict(adjustment: Adjustment, on: Adjustment | null, reason: string): Replayed {
  return { adjustment, outcome: 'conflict', on, reason };
}
