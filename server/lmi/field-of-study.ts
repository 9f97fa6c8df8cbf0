/** A six-digit code of the Classification of Instructional Programs with its title. */
import * as z from 'zod';
import { programSystem } from './code-systems.ts';

export const fieldOfStudy = z.strictObject({
  system: programSystem,
  /** With its leading zeros: a string. */
  cip: z.string().min(1),
  title: z.string().min(1),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
