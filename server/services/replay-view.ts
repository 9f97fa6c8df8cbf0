/** A replay as a page shows it: what became of each adjustment, who says otherwise, and what still waits. */
import { standingValue } from '../lmi/adjustment-effect.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import { contributorsOf } from '../lmi/contributor.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { disagreements } from '../lmi/disagreement.ts';
import { standingIn } from '../lmi/replay/build-replayed.ts';
import { settle } from '../lmi/replay/settle.ts';
import type { Revision } from '../lmi/revision.ts';
import type { ReplayDocument } from './replay-document.ts';
import type { ReplayItem, ReplaySummary, ReplayView } from './replay-types.ts';

type Named = Pick<Dataset, 'id' | 'title' | 'release'>;

export function summaryOf(found: ReplayDocument, from: Named, to: Named): ReplaySummary {
  const counts = { carried: 0, superseded: 0, conflict: 0 };
  for (const { outcome } of found.results) counts[outcome] += 1;
  const { standing, open } = settle(found.results, found.settlements);
  return {
    id: found.id,
    from: { dataset: from.id, title: from.title, release: from.release, revision: found.from.revision },
    to: { dataset: to.id, title: to.title, release: to.release },
    startedAt: found.startedAt,
    counts,
    open: open.length,
    disagreements: disagreements(standing).length,
    settled: found.settlements.length,
    revision: found.revision,
  };
}

export function whatItWaitsFor({ from, to, results, settlements }: ReplayDocument): string | null {
  const { open } = settle(results, settlements);
  if (open.length > 0)
    return `${open.length === 1 ? 'One conflict is' : `${open.length} conflicts are`} not settled yet.`;
  return from.dataset === to && settlements.length === 0
    ? 'Nothing is settled yet: the next revision would say what this one says.'
    : null;
}

export function viewOf(
  found: ReplayDocument,
  summary: ReplaySummary,
  { previous, beside, isBehind }: { previous: Revision | null; beside: Revision | null; isBehind: boolean },
): ReplayView {
  const titles = new Map(
    [previous, beside]
      .flatMap((each) => (each ? contributorsOf(each) : []))
      .map(({ id, title }) => [id, title]),
  );
  const said = new Map(found.settlements.map((each) => [each.adjustment, each]));
  const standing = found.results.flatMap(({ on }) => (on ? [on] : []));
  const differing = disagreements([...(beside ? standingIn(beside) : []), ...standing]);
  const titleOf = ({ workshop }: Adjustment): string => titles.get(workshop) ?? workshop;
  const items = found.results.map((result): ReplayItem => {
    const { id } = result.adjustment;
    const group = differing.find(({ adjustments }) => adjustments.some((each) => each.id === id));
    return {
      ...result,
      settlement: said.get(id) ?? null,
      workshop: titleOf(result.adjustment),
      against: (group?.adjustments ?? [])
        .filter((each) => each.id !== id)
        .map((each) => ({ adjustment: each.id, workshop: titleOf(each), value: standingValue(each) })),
    };
  });
  return { ...summary, items, waitsFor: whatItWaitsFor(found), isBehind };
}
