/** One line of the NCES crosswalk: a field of study leads to an occupation. Many-to-many and without weights: it divides nobody. */
import * as z from 'zod';

export const crosswalkPair = z.strictObject({
  /** CIP 2020. */
  cip: z.string().min(1),
  /** SOC 2018, a detailed code: BLS hybrid codes join by the codes they stand for. */
  occupation: z.string().min(1),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
