/** Two occupations that O*NET finds alike, nearest first: a hint for drafting lateral transitions, no transition by itself. */
import * as z from 'zod';

export const relatedOccupation = z.strictObject({
  occupation: z.string().min(1),
  related: z.string().min(1),
  title: z.string().min(1),
  tier: z.enum(['primary_short', 'primary_long', 'supplemental']),
  /** 1 is nearest. */
  rank: z.number().int().positive(),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
