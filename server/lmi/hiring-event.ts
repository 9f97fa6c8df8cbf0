/** A public fact about an employer's hiring: it has a public source and a date, or it is none and goes to no shared view (C4). */
import * as z from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const hiringEventKind = z.enum(['layoff', 'closure', 'hiring', 'expansion', 'not_stated']);

export const hiringEvent = z.strictObject({
  id: z.string().min(1),
  employer: z.string().min(1),
  kind: hiringEventKind,
  /** The day the notice is dated (C4). */
  announcedAt: day,
  effectiveAt: day.nullable(),
  /** People concerned, as the notice in force says; null where it does not. */
  people: z.number().int().nonnegative().nullable(),
  /** State or region: "Colorado", "CO". */
  area: z.string().min(1),
  place: z.string().nullable(),
  /** NAICS, as text. */
  industry: z.string().nullable(),
  occupations: z.array(z.string()),
  /** Earlier notices of the same event that this one amends or repeats. */
  replaces: z.number().int().nonnegative(),
  /** Where anyone can read it (C4). */
  url: z.string().min(1),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
export type HiringEvent = z.infer<typeof hiringEvent>;
