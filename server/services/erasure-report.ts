import * as z from 'zod';

const count = z.number().int().min(0);

/** What an erasure took away, and what it left (C5). */
export const erasureCounts = z.strictObject({
  people: count,
  organisations: count,
  answers: count,
  /** Comments, reasons, notes, proposals and other words typed in the room. */
  words: count,
  contacts: count,
  /** Labels of results that held a name or an organisation, replaced. */
  labels: count,
  /** Standing proposals and decisions, with their counts. */
  keptAdjustments: count,
  /** Revisions that were cleared and stay. */
  revisions: count,
});
export type ErasureCounts = z.infer<typeof erasureCounts>;

export const erasureReport = z.strictObject({
  workshop: z.string(),
  title: z.string(),
  at: z.number(),
  by: z.string(),
  counts: erasureCounts,
});
export type ErasureReport = z.infer<typeof erasureReport>;
