/** What a page shows of a revision: not the whole states, which are in the download. */
import { error } from '@sveltejs/kit';
import type { Revision } from '#lib/ui/staff/types.ts';

export async function revisionPage(locals: App.Locals, id: string) {
  const revision = await locals.services.revisions.get(id);
  if (!revision) error(404, 'There is no published revision with this address.');
  const address = `${locals.services.publicAddress()}/revisions/${revision.id}.zip`;
  return { ...shownOf(revision), address };
}

export function shownOf(revision: Revision) {
  const { number, dataset, base, workshop, publishedAt, publishedByRole, adjustments, carried, diff, hash } =
    revision;
  return {
    id: revision.id,
    number,
    dataset,
    base,
    workshop,
    publishedAt,
    publishedByRole,
    adjustments,
    carried: carried.length,
    replay: revision.replay ? { from: revision.replay.from } : null,
    diff,
    hash,
  };
}
