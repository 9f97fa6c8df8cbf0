/** An adjustment: what the workshop proposes to say beside a published figure, never instead of it (A1, A2). Columns of `adjustments.csv`. */
import * as z from 'zod';

export const adjustmentKind = z.enum([
  'figure',
  'critical',
  'category',
  'gap',
  'step',
  'transition',
  'preference',
]);
export type AdjustmentKind = z.infer<typeof adjustmentKind>;

export const adjustmentStatus = z.enum(['proposed', 'accepted', 'modified', 'rejected']);
export type AdjustmentStatus = z.infer<typeof adjustmentStatus>;

/** The tally that stands behind a proposal (V1, V3): firm-level, people beside. */
export const evidence = z.strictObject({
  /** The question in words, as it was asked. */
  question: z.string(),
  activity: z.string(),
  rule: z.string(),
  threshold: z.number().nullable(),
  quorum: z.number().int(),
  belowQuorum: z.boolean(),
  round: z.number().int(),
  nAnswers: z.number().int(),
  nFirms: z.number().int(),
  nAgree: z.number().int(),
  nDisagree: z.number().int(),
  nCannotSay: z.number().int(),
  /** Further lines a person may want: "median of 7 firms", "withheld: fewer than 5 firms", comments without authors. */
  lines: z.array(z.string()),
});
export type Evidence = z.infer<typeof evidence>;

export const adjustment = z.strictObject({
  /** `${workshopId}/${kind}/${target}/${measure}`: the same proposal has the same id. */
  id: z.string(),
  kind: adjustmentKind,
  /** Occupation code; for steps and transitions `${occupation}/${step or transition id}`; for preferences the program or entry id. */
  target: z.string(),
  /** The target in words. */
  title: z.string(),
  /** Observation measure for figures; 'critical_rank', 'category', 'skill_gap', 'presence', 'validation', 'months', 'preferred'. */
  measure: z.string(),
  /** The observation it stands on; null where it is not about a figure. */
  observation: z.string().nullable(),
  /** Exact text of numbers, so that nothing is rounded on the way. */
  publishedValue: z.string().nullable(),
  publishedFlag: z.string().nullable(),
  proposedValue: z.string().nullable(),
  decidedValue: z.string().nullable(),
  unit: z.string().nullable(),
  status: adjustmentStatus,
  rationale: z.string(),
  evidence,
  workshop: z.string(),
  decidedAt: z.string().nullable(),
  decidedByRole: z.string().nullable(),
  /** What applying it needs beside the value, by kind (a step's kind, side, level ...; a gap's frequency and day-one share); plain JSON. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Adjustment = z.infer<typeof adjustment>;
