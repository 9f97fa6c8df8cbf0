/** Where two workshops say different things of one subject: both stand until a person decides. */
import { standingValue } from './adjustment-effect.ts';
import { splitTarget } from './adjustment-target.ts';
import type { Adjustment } from './adjustment.ts';
import { byDecision } from './decision-order.ts';
import { isStanding } from './effective.ts';
import { subjectOf } from './subject.ts';

export interface Disagreement {
  subject: string;
  kind: Adjustment['kind'];
  occupation: string;
  title: string;
  /** The one that was decided last leads: it is what the state shows; the others stand beside it. */
  adjustments: Adjustment[];
}

/** Ranks and lists belong to the room that made them: two rooms that both find a thing critical or lacking agree. */
const COMPARED: ReadonlySet<Adjustment['kind']> = new Set(['figure', 'category', 'step', 'transition']);

export function disagreements(adjustments: readonly Adjustment[]): Disagreement[] {
  const standing = adjustments.filter((each) => isStanding(each) && COMPARED.has(each.kind));
  return [...Map.groupBy(standing, subjectOf)]
    .filter(([, group]) => new Set(group.map(standingValue)).size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, group]) => {
      const inOrder = group.toSorted((a, b) => byDecision(b, a));
      const [leading] = inOrder as [Adjustment, ...Adjustment[]];
      const { kind, target, title } = leading;
      return { subject, kind, occupation: splitTarget(target).occupation, title, adjustments: inOrder };
    });
}

export interface StandsAgainst {
  /** Of this workshop. */
  adjustment: string;
  title: string;
  says: string | null;
  /** What another workshop said of the same, and still stands. */
  against: { workshop: string; says: string | null }[];
}

/**
 * Where a workshop under review says something else than what stands already. `speaksAgain`: an earlier workshop of the same room,
 * which a later one replaces. What staff rejected says nothing any more.
 */
export function standsAgainst(
  proposed: readonly Adjustment[],
  standing: readonly Adjustment[],
  speaksAgain: (workshop: string) => boolean,
): StandsAgainst[] {
  const others = Map.groupBy(
    standing.filter((each) => isStanding(each) && COMPARED.has(each.kind) && !speaksAgain(each.workshop)),
    subjectOf,
  );
  return proposed
    .filter(({ status, kind }) => status !== 'rejected' && COMPARED.has(kind))
    .flatMap((each) => {
      const says = standingValue(each);
      const against = (others.get(subjectOf(each)) ?? [])
        .map((other) => ({ workshop: other.workshop, says: standingValue(other) }))
        .filter((other) => other.says !== says);
      return against.length === 0 ? [] : [{ adjustment: each.id, title: each.title, says, against }];
    });
}
