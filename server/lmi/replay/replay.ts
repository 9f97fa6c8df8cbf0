/**
 * A4: lays every standing adjustment on a new release of the published figures. Pure and deterministic: each adjustment is
 * judged by itself, so their order does not matter, none is dropped, and on the same release all are carried over unchanged.
 */
import { splitTarget } from '../adjustment-target.ts';
import type { Adjustment } from '../adjustment.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Dataset } from '../dataset.ts';
import { isStanding } from '../effective.ts';
import type { DraftPathway } from '../pathway.ts';
import type { Replayed } from './replayed.ts';
import { replayFigure } from './replay-figure.ts';
import { replayMap } from './replay-map.ts';
import { replayOccupation, replayPreference } from './replay-place.ts';

export interface ReplayInput {
  /** In force on `from`, from whatever workshop; those that do not stand are left out. */
  adjustments: readonly Adjustment[];
  from: Dataset;
  to: Dataset;
  /** Maps the workshops started from where `from` has none or another; they stand unless `to` brings its own. */
  drafts: readonly DraftPathway[];
}

/** One result for each standing adjustment, in the order of their ids. */
export function replay({ adjustments, from, to, drafts }: ReplayInput): Replayed[] {
  return adjustments
    .filter(isStanding)
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((adjustment): Replayed => {
      const { occupation } = splitTarget(adjustment.target);
      switch (adjustment.kind) {
        case 'figure':
          return replayFigure(adjustment, from, to);
        case 'step':
        case 'transition': {
          const before = draftOf(occupation, drafts) ?? draftOf(occupation, from.pathways);
          const next = draftOf(occupation, to.pathways);
          const isNew = canonicalJson(draftOf(occupation, from.pathways)) !== canonicalJson(next);
          return replayMap(adjustment, before, isNew ? next : before);
        }
        case 'preference':
          return replayPreference(adjustment, from, to);
        case 'critical':
        case 'category':
        case 'gap':
          return replayOccupation(adjustment, from, to);
      }
    });
}

function draftOf(occupation: string, drafts: readonly DraftPathway[]): DraftPathway | null {
  return drafts.find((draft) => draft.occupation === occupation) ?? null;
}
