/** What one decided adjustment does to a pathway. An item the room removed stays in its place, marked (A1). */
import { detailNumber, detailText, standingValue, whole } from './adjustment-effect.ts';
import { splitTarget } from './adjustment-target.ts';
import type { Adjustment } from './adjustment.ts';
import type { EffectiveState, PathwayState, StepState, TransitionState } from './effective-state.ts';
import { stepKind, stepSide, transitionKind } from './pathway.ts';
import { own } from './own.ts';

/** Changes `state`, which must be the caller's own copy. An adjustment of an item that is not there does nothing. */
export function applyToMap(state: EffectiveState, adjustment: Adjustment): void {
  const { occupation, id } = splitTarget(adjustment.target);
  const value = standingValue(adjustment);
  if (adjustment.measure === 'presence' && value !== 'removed') addItem(state, occupation, id, adjustment);
  const pathway = own(state.pathways, occupation);
  const item = adjustment.kind === 'step' ? own(pathway?.steps, id) : own(pathway?.transitions, id);
  if (!item) return;
  item.adjustments[adjustment.measure] = adjustment.id;
  if (adjustment.measure === 'presence') {
    if (value === 'removed') item.presence = 'removed';
    else if (item.presence === 'removed') item.presence = 'drafted';
  } else if (adjustment.measure === 'validation') {
    item.validation = value;
  } else if (value !== null) {
    item.adjusted[adjustment.measure] = value;
  }
}

function addItem(state: EffectiveState, occupation: string, id: string, adjustment: Adjustment): void {
  const pathway = own(state.pathways, occupation) ?? emptyPathway(state, occupation);
  state.pathways[occupation] = pathway;
  if (adjustment.kind === 'step') pathway.steps[id] = own(pathway.steps, id) ?? addedStep(adjustment);
  else pathway.transitions[id] = own(pathway.transitions, id) ?? addedTransition(adjustment);
}

function emptyPathway(state: EffectiveState, occupation: string): PathwayState {
  return { title: own(state.occupations, occupation)?.title ?? occupation, steps: {}, transitions: {} };
}

const added = () => ({ presence: 'added' as const, validation: null, adjusted: {}, adjustments: {} });

function addedStep(adjustment: Adjustment): StepState {
  const side = stepSide.safeParse(adjustment.detail['side']);
  const kind = stepKind.safeParse(adjustment.detail['kind']);
  return {
    kind: kind.success ? kind.data : 'experience',
    label: detailText(adjustment, 'label') ?? adjustment.title,
    code: detailText(adjustment, 'code'),
    side: side.success ? side.data : 'into',
    level: detailNumber(adjustment, 'level') ?? 0,
    row: detailNumber(adjustment, 'row') ?? 0,
    ...added(),
  };
}

function addedTransition(adjustment: Adjustment): TransitionState {
  const kind = transitionKind.safeParse(adjustment.detail['kind']);
  return {
    from: detailText(adjustment, 'from') ?? '',
    to: detailText(adjustment, 'to') ?? '',
    kind: kind.success ? kind.data : 'advance',
    months: detailNumber(adjustment, 'months') ?? whole(detailText(adjustment, 'months')),
    ...added(),
  };
}
