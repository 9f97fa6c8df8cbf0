/** What a page gives the phone's program that stands in it: whose room it is, and where it asks. */
import type { Terms } from '#lib/ui/phone/terms.ts';

export interface PhoneSeat {
  workshop: string;
  terms: Terms;
  addresses: { join: string; occupations: string; device: string };
}
