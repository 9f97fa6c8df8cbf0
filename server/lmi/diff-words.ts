/** The phrases of a diff: who stands behind a line, and what happened to an item of a pathway. */
import { standingValue } from './adjustment-effect.ts';
import { splitTarget } from './adjustment-target.ts';
import type { Adjustment } from './adjustment.ts';
import type { EffectiveState, PathwayState } from './effective-state.ts';
import { own } from './own.ts';

/** "9 of 14 firms, 3 against, 2 could not say, round 2, below quorum": the count with its base (V1, V3). */
export function firmsPhrase({ kind, evidence }: Adjustment): string {
  if (evidence.nFirms === 0) return evidence.rule;
  const parts = [`${evidence.nAgree} of ${evidence.nFirms} ${evidence.nFirms === 1 ? 'firm' : 'firms'}`];
  const isVote = kind === 'step' || kind === 'transition';
  if (isVote && evidence.nDisagree > 0) parts.push(`${evidence.nDisagree} against`);
  if (evidence.nCannotSay > 0) parts.push(`${evidence.nCannotSay} could not say`);
  if (evidence.round > 1) parts.push(`round ${evidence.round}`);
  if (evidence.belowQuorum) parts.push('below quorum');
  return parts.join(', ');
}

/** 'step "Apprentice" added', 'transition "Helper" to "Mechanic" validated'. */
export function itemWords(adjustment: Adjustment, state: EffectiveState): string {
  const { occupation, id } = splitTarget(adjustment.target);
  const value = standingValue(adjustment) ?? 'none';
  const name = itemName(adjustment, id, own(state.pathways, occupation));
  if (adjustment.measure === 'validation') return `${adjustment.kind} ${name} ${value}`;
  if (adjustment.measure === 'presence')
    return `${adjustment.kind} ${name} ${value === 'removed' ? 'removed' : 'added'}`;
  const before = adjustment.publishedValue ?? 'not said';
  return `${adjustment.kind} ${name}, ${adjustment.measure}: ${before} -> ${value}`;
}

function itemName(adjustment: Adjustment, id: string, pathway: PathwayState | undefined): string {
  if (adjustment.kind === 'step') return `"${own(pathway?.steps, id)?.label ?? adjustment.title}"`;
  const item = own(pathway?.transitions, id);
  if (!pathway || !item) return `"${adjustment.title}"`;
  return `"${own(pathway.steps, item.from)?.label ?? item.from}" to "${own(pathway.steps, item.to)?.label ?? item.to}"`;
}
