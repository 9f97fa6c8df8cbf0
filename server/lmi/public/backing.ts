/** Who stands behind what is shown as validated: how many employers, of how many, by which rule, and when. Counts, never names. */
import * as z from 'zod';
import { isStanding } from '../effective.ts';
import type { Adjustment } from '../adjustment.ts';

export const backing = z.strictObject({
  /** Firms that say so. */
  firms: z.number().int(),
  /** Firms that answered (V3). */
  of: z.number().int(),
  against: z.number().int(),
  cannotSay: z.number().int(),
  round: z.number().int(),
  quorum: z.number().int(),
  belowQuorum: z.boolean(),
  /** The rule and the question as they stood when it was asked (V1). */
  rule: z.string(),
  question: z.string(),
  /** Day on which staff decided: "2026-11-22". */
  decidedOn: z.string().nullable(),
  /** Staff changed what the room proposed. */
  isModified: z.boolean(),
  adjustment: z.string(),
});
export type Backing = z.infer<typeof backing>;

export function backingOf({ id, evidence, decidedAt, status }: Adjustment): Backing {
  const { nAgree, nFirms, nDisagree, nCannotSay, round, quorum, belowQuorum, rule, question } = evidence;
  return {
    firms: nAgree,
    of: nFirms,
    against: nDisagree,
    cannotSay: nCannotSay,
    round,
    quorum,
    belowQuorum,
    rule,
    question,
    decidedOn: decidedAt?.slice(0, 10) ?? null,
    isModified: status === 'modified',
    adjustment: id,
  };
}

/** By adjustment: only what staff let stand is public (A2). */
export function backings(adjustments: readonly Adjustment[]): Map<string, Backing> {
  return new Map(adjustments.filter(isStanding).map((each) => [each.id, backingOf(each)]));
}
