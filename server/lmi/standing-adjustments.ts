/** What of an earlier revision is still in force when a new workshop has spoken. */
import type { Adjustment } from './adjustment.ts';
import { isStanding } from './effective.ts';

/**
 * The later word on the same thing stands. A list of critical occupations stands or falls as one: ranks of two rooms do not mix.
 * Returns earlier adjustments that are neither spoken of again nor part of a list that was replaced.
 */
export function carriedOver(earlier: readonly Adjustment[], newer: readonly Adjustment[]): Adjustment[] {
  const decided = newer.filter(isStanding);
  const spokenOf = new Set(decided.map(subject));
  const hasNewList = decided.some(({ kind }) => kind === 'critical');
  return earlier.filter(
    (adjustment) =>
      isStanding(adjustment) &&
      !spokenOf.has(subject(adjustment)) &&
      !(hasNewList && adjustment.kind === 'critical'),
  );
}

function subject({ kind, target, measure, observation }: Adjustment): string {
  return JSON.stringify([kind, target, measure, observation]);
}
