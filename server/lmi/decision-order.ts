import type { Adjustment } from './adjustment.ts';

/** The earlier decision first; equal ones by id, so that the order is always the same. */
export function byDecision(a: Adjustment, b: Adjustment): number {
  const [first, second] = [`${a.decidedAt ?? ''} ${a.id}`, `${b.decidedAt ?? ''} ${b.id}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
