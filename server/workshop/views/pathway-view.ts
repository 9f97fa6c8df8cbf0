/** Steps, transitions and their standing as the room sees them. */
import type * as z from 'zod';
import type {
  orderResult as orderSchema,
  PathwayView,
  StepView,
  validationResult as validationSchema,
} from '../../../src/lib/protocol/views/content.ts';
import { titleOf } from '../options.ts';
import { pathwayMap, standingSteps, standingTransitions } from '../pathway-map.ts';
import type { MapStep, WorkshopState } from '../state.ts';
import type { OrderTally } from '../tally/order.ts';
import { standing } from '../tally/validation.ts';
import type { ValidationTally } from '../tally/validation.ts';

export function stepView(step: MapStep, verdict: StepView['verdict']): StepView {
  const { id, kind, label, code, side, level, row } = step;
  return { id, kind, label, code, side, level, row, verdict, isNew: step.origin !== 'draft' };
}

/** Verdicts of earlier revealed rounds always show; those of the current round only with `showResults`. */
export function pathwayView(state: WorkshopState, occupation: string, showResults: boolean): PathwayView {
  const map = pathwayMap(state, occupation);
  const verdicts = standing(state, showResults);
  const verdict = (of: 'step' | 'transition', id: string): StepView['verdict'] =>
    verdicts.get(`validation/${occupation}/${of}/${id}`)?.verdict ?? null;
  return {
    occupation,
    title: titleOf(state, occupation),
    steps: standingSteps(map).map((step) => stepView(step, verdict('step', step.id))),
    transitions: standingTransitions(map).map((transition) => ({
      id: transition.id,
      from: transition.from,
      to: transition.to,
      kind: transition.kind,
      months: transition.months,
      verdict: verdict('transition', transition.id),
      isNew: transition.origin !== 'draft',
    })),
  };
}

export function orderResult({
  occupation,
  side,
  steps,
  agreement,
  firms,
}: OrderTally): z.infer<typeof orderSchema> {
  return { occupation, side, steps, agreement, firms };
}

export function validationResult({
  pathway,
  of,
  target,
  label,
  agree,
  disagree,
  cannotSay,
  share,
  verdict,
  dissent,
}: ValidationTally): z.infer<typeof validationSchema> {
  return { pathway, of, target, label, agree, disagree, cannotSay, share, verdict, dissent };
}
