/** Where what is shown comes from: a revision on a dataset release, and the workshop behind it. No person is in it. */
import * as z from 'zod';
import { contributorsOf } from '../contributor.ts';
import type { Proceedings } from '../proceedings.ts';
import type { Revision, RevisionWorkshop } from '../revision.ts';

export const publicSource = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  release: z.string(),
  licence: z.string(),
  url: z.string().nullable(),
});
export type PublicSource = z.infer<typeof publicSource>;

export const edition = z.strictObject({
  dataset: z.strictObject({ id: z.string(), title: z.string(), release: z.string(), area: z.string() }),
  revision: z.strictObject({ id: z.string(), number: z.number().int(), publishedOn: z.string() }),
  /** Null where no workshop was held for it: what stood before was carried over to a new release. */
  workshop: z
    .strictObject({
      title: z.string(),
      sector: z.string(),
      region: z.string(),
      /** "2026-11-22"; null where the day was not kept. */
      heldOn: z.string().nullable(),
      firms: z.number().int(),
      quorum: z.number().int(),
      belowQuorum: z.boolean(),
    })
    .nullable(),
  /** Of which other workshops something stands here: several contribute to one dataset, and a replay has none of its own. */
  contributors: z.array(z.strictObject({ title: z.string(), sector: z.string(), region: z.string() })),
});
export type Edition = z.infer<typeof edition>;

export function editionOf(revision: Revision): Edition {
  const { id, number, dataset, workshop, publishedAt, proceedings } = revision;
  return {
    dataset: { id: dataset.id, title: dataset.title, release: dataset.release, area: dataset.area },
    revision: { id, number, publishedOn: publishedAt.slice(0, 10) },
    workshop: workshop && proceedings && heldWorkshop(workshop, proceedings),
    contributors: contributorsOf(revision)
      .filter((each) => each.id !== workshop?.id)
      .map(({ title, sector, region }) => ({ title, sector, region })),
  };
}

function heldWorkshop(
  { title, sector, region }: RevisionWorkshop,
  { attendance, workshop }: Proceedings,
): Edition['workshop'] {
  const { firms, quorum, belowQuorum } = attendance;
  const heldAt = workshop.openedAt ?? workshop.closedAt;
  return { title, sector, region, heldOn: heldAt?.slice(0, 10) ?? null, firms, quorum, belowQuorum };
}
