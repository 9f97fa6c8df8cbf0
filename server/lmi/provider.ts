/** An institution that offers programs. */
import * as z from 'zod';

export const provider = z.strictObject({
  /** The publisher's number for it (IPEDS UNITID). */
  id: z.string().min(1),
  name: z.string().min(1),
  city: z.string().nullable(),
  /** Postal abbreviation of the state: "CO". */
  state: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
