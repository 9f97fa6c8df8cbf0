import * as z from 'zod';
import { publicPathway } from './public-pathway.ts';
import type { PublicPathway } from './public-pathway.ts';

/** A pathway in a list. `isInDemand`: it leads to an occupation that employers call critical. */
export const pathwayCard = publicPathway
  .pick({ occupation: true, title: true, sector: true, counts: true })
  .extend({
    occupationTitle: z.string(),
    isInDemand: z.boolean(),
    waysIn: z.number().int(),
    waysOn: z.number().int(),
  });
export type PathwayCard = z.infer<typeof pathwayCard>;

export function pathwayCardOf(
  { occupation, title, sector, counts, steps }: PublicPathway,
  { title: occupationTitle, isCritical }: { title: string; isCritical: boolean },
): PathwayCard {
  const standing = steps.filter(({ presence }) => presence !== 'removed');
  const on = (side: string): number => standing.filter((step) => step.side === side).length;
  return {
    occupation,
    title,
    sector,
    counts,
    occupationTitle,
    isInDemand: isCritical,
    waysIn: on('into'),
    waysOn: on('out'),
  };
}
