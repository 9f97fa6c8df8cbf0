/** What of an earlier revision is still in force when a new workshop has spoken. */
import type { Adjustment } from './adjustment.ts';
import { isStanding } from './effective.ts';
import { subjectOf } from './subject.ts';

/**
 * The later word of the same room on the same thing stands; what another room said goes on standing beside it, and where the
 * two differ a person decides. A list of critical occupations stands or falls as one: ranks of two rooms do not mix.
 * Returns earlier adjustments that the room neither speaks of again nor replaces with its list.
 * `isSameRoom`: whether the workshop of this id was one of the same sector and region as the one that speaks now.
 */
export function carriedOver(
  earlier: readonly Adjustment[],
  newer: readonly Adjustment[],
  isSameRoom: (workshop: string) => boolean,
): Adjustment[] {
  const decided = newer.filter(isStanding);
  const spokenOf = new Set(decided.map(subjectOf));
  const hasNewList = decided.some(({ kind }) => kind === 'critical');
  return earlier.filter(
    (adjustment) =>
      isStanding(adjustment) &&
      !(
        isSameRoom(adjustment.workshop) &&
        (spokenOf.has(subjectOf(adjustment)) || (hasNewList && adjustment.kind === 'critical'))
      ),
  );
}
