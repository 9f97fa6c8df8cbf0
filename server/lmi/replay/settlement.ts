/** What a person decided about a replayed adjustment (A4), with rationale and role, as at a review (A2). */
import * as z from 'zod';

export const settlementDecision = z.enum(['keep', 'modify', 'withdraw']);
export type SettlementDecision = z.infer<typeof settlementDecision>;

export const settlement = z.strictObject({
  adjustment: z.string(),
  decision: settlementDecision,
  /** What shall stand instead, for `modify`. */
  value: z.string().nullable(),
  rationale: z.string(),
  role: z.string(),
  at: z.string(),
});
export type Settlement = z.infer<typeof settlement>;
