import type { Revision } from './revision.ts';

/** What a revision is compared with: "the release “May 2024” as published", "revision 3 on the release “May 2024”". */
export function formatRevisionBase({
  dataset,
  base,
  replay,
}: Pick<Revision, 'dataset' | 'base' | 'replay'>): string {
  if (base.revision === null) return `the release “${dataset.release}” as published`;
  if (replay && replay.from.dataset !== dataset.id)
    return `the release “${dataset.release}”, after revision ${base.revision.number} on “${replay.from.release}”`;
  return `revision ${base.revision.number} on the release “${dataset.release}”`;
}
