/**
 * A dataset with the adjustments that stand laid over it. Published values are not touched (A1), and only what staff
 * accepted or modified counts (A2). Pure and deterministic: the order of the adjustments does not matter.
 */
import { applyToOccupation } from './adjustment-effect.ts';
import type { Adjustment } from './adjustment.ts';
import type { Dataset } from './dataset.ts';
import { byDecision } from './decision-order.ts';
import type { EffectiveState } from './effective-state.ts';
import { applyToMap } from './map-effect.ts';
import type { DraftPathway } from './pathway.ts';
import { startingState } from './published-state.ts';

/** Whether staff let it stand. */
export function isStanding({ status }: Pick<Adjustment, 'status'>): boolean {
  return status === 'accepted' || status === 'modified';
}

export function effectiveState(
  dataset: Dataset,
  /** Maps the workshops started from, where the dataset has none or another. */
  drafts: readonly DraftPathway[],
  adjustments: readonly Adjustment[],
  revision: number,
): EffectiveState {
  const state = startingState(dataset, drafts);
  state.revision = revision;
  const standing = adjustments.filter(isStanding).sort(byPlaceInOrder);
  for (const adjustment of standing) {
    if (adjustment.kind === 'step' || adjustment.kind === 'transition') applyToMap(state, adjustment);
    else applyToOccupation(state, adjustment);
  }
  return state;
}

/** An item must be there before it is validated; of two rooms on one thing the later decision leads. */
function byPlaceInOrder(a: Adjustment, b: Adjustment): number {
  const first = Number(b.measure === 'presence') - Number(a.measure === 'presence');
  return first || byDecision(a, b);
}
