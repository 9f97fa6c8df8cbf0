import type { Revision } from '../revision.ts';

/** Revisions that no later one stands on: the present word on each dataset. Rehearsals never count; newest first. */
export function headRevisions<
  R extends Pick<Revision, 'id' | 'number' | 'dataset' | 'base' | 'workshop' | 'publishedAt'>,
>(all: readonly R[]): R[] {
  const real = all.filter(({ workshop }) => !workshop?.rehearsal);
  const stoodOn = new Set(real.map(({ base }) => base.revision?.id));
  const newest = new Map<string, R>();
  for (const each of real.filter(({ id }) => !stoodOn.has(id))) {
    const known = newest.get(each.dataset.id);
    if (!known || known.number < each.number) newest.set(each.dataset.id, each);
  }
  return [...newest.values()].sort(
    (a, b) => b.publishedAt.localeCompare(a.publishedAt) || (a.id < b.id ? -1 : 1),
  );
}
