/** What a page shows of a revision: not the whole states, which are in the download. */
import { error } from '@sveltejs/kit';
import type { Revision } from '#lib/ui/staff/types.ts';

export async function revisionPage(locals: App.Locals, id: string) {
  const revision = await locals.services.revisions.get(id);
  if (!revision) error(404, 'There is no published revision with this address.');
  const address = `${locals.services.publicAddress()}/revisions/${revision.id}.zip`;
  return { ...shownOf(revision), address };
}

/** Those something is said of first; by title. */
function occupationsOf({ state, carried, adjustments }: Revision): { code: string; title: string }[] {
  const said = new Set([...carried, ...adjustments].map(({ target }) => target.split('/')[0] ?? ''));
  return Object.entries(state.occupations)
    .map(([code, { title }]) => ({ code, title }))
    .sort(
      (a, b) => Number(said.has(b.code)) - Number(said.has(a.code)) || a.title.localeCompare(b.title, 'en'),
    );
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
    occupations: occupationsOf(revision),
    replay: revision.replay ? { from: revision.replay.from } : null,
    diff,
    hash,
  };
}
