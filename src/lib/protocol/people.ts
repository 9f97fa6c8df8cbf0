import * as z from 'zod';
import { typedText } from './typed-text.ts';

export const sizeBand = z.enum(['1-9', '10-49', '50-249', '250-999', '1000+']);
export type SizeBand = z.infer<typeof sizeBand>;

/** What a person types at the door; only the first two are asked before the first answer (U1). */
export const profile = z.strictObject({
  name: typedText().min(1).max(80),
  organisation: typedText().min(1).max(120),
  jobTitle: typedText().max(80).nullable(),
  sizeBand: sizeBand.nullable(),
  subSector: typedText().max(60).nullable(),
  role: z.enum(['employer', 'observer']),
});
export type Profile = z.infer<typeof profile>;

/** What a person allows: to be named, and to be quoted. Valid three months, revocable (C3). */
export const consent = z.strictObject({ named: z.boolean(), quoted: z.boolean() });
export type Consent = z.infer<typeof consent>;
