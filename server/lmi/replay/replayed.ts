import type { Adjustment } from '../adjustment.ts';

/** A4: what becomes of a standing adjustment when a new release of the published figures arrives. */
export type ReplayOutcome = 'carried' | 'superseded' | 'conflict';

export interface Replayed {
  /** As it stands on the earlier release. */
  adjustment: Adjustment;
  outcome: ReplayOutcome;
  /** As it would stand on the new release; null where the new release has nothing it could stand on. */
  on: Adjustment | null;
  /** Why, in one sentence for the person who decides. */
  reason: string;
}

export function carried(adjustment: Adjustment, on: Adjustment, reason: string): Replayed {
  return { adjustment, outcome: 'carried', on, reason };
}

export function superseded(adjustment: Adjustment, reason: string): Replayed {
  return { adjustment, outcome: 'superseded', on: null, reason };
}

export function conflict(adjustment: Adjustment, on: Adjustment | null, reason: string): Replayed {
  return { adjustment, outcome: 'conflict', on, reason };
}
