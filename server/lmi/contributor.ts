/** A workshop whose adjustments stand in a revision: several (sectors, counties) contribute to one dataset. */
import * as z from 'zod';
import { foldText } from './words.ts';

export const contributor = z.strictObject({
  id: z.string(),
  title: z.string(),
  sector: z.string(),
  region: z.string(),
});
export type Contributor = z.infer<typeof contributor>;

/** Revisions made before contributors were kept name their own workshop only. */
export function contributorsOf({
  contributors,
  workshop,
}: {
  contributors?: Contributor[] | undefined;
  workshop: Contributor | null;
}): Contributor[] {
  if (contributors) return contributors;
  if (!workshop) return [];
  const { id, title, sector, region } = workshop;
  return [{ id, title, sector, region }];
}

/** Two workshops of one sector and region: the later one speaks for the same room again. */
export function isSameRoom(a: Contributor, b: Contributor): boolean {
  return foldText(a.sector) === foldText(b.sector) && foldText(a.region) === foldText(b.region);
}

/** Those of `all` that said one of these, each once. */
export function contributing(
  all: readonly Contributor[],
  adjustments: readonly { workshop: string }[],
): Contributor[] {
  const speaking = new Set(adjustments.map(({ workshop }) => workshop));
  const byId = new Map(all.map((each) => [each.id, each]));
  return [...byId.values()].filter(({ id }) => speaking.has(id));
}
