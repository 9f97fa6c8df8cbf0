/** Steps and transitions of the occupations in question, as the room has them, with their last closed vote. */
import type { StepRow, TransitionRow } from '../../lmi/tallies.ts';
import { focusOccupations } from '../options.ts';
import { pathwayMap } from '../pathway-map.ts';
import { isStopped, placeOfPhase } from '../phases.ts';
import { promptOf } from '../prompt.ts';
import type { WorkshopState } from '../state.ts';
import { standing } from '../tally/validation.ts';
import type { ValidationTally } from '../tally/validation.ts';

/** `state` as `closedOnly` gives it. */
export function mapRows(state: WorkshopState): { steps: StepRow[]; transitions: TransitionRow[] } {
  const place = placeOfPhase(state, 'vote');
  const verdicts =
    place && !isStopped(state, place) ? standing(state, true) : new Map<string, ValidationTally>();
  const question = place ? promptOf(state, place) : '';
  const maps = focusOccupations(state).map((occupation) => pathwayMap(state, occupation));
  const cells = (
    pathway: string,
    of: 'step' | 'transition',
    item: { id: string; origin: string; removed: boolean },
  ) => ({
    pathway,
    id: item.id,
    origin: item.origin === 'draft' ? ('draft' as const) : ('room' as const),
    removed: item.removed,
    ...voteCells(verdicts.get(`validation/${pathway}/${of}/${item.id}`)),
    question,
  });
  return {
    steps: maps.flatMap(({ occupation, steps }) =>
      Object.values(steps).map((step) => {
        const { kind, label, code, side, level, row } = step;
        return { kind, label, code, side, level, row, ...cells(occupation, 'step', step) };
      }),
    ),
    transitions: maps.flatMap(({ occupation, transitions }) =>
      Object.values(transitions).map((transition) => {
        const { from, to, kind, months } = transition;
        return { from, to, kind, months, ...cells(occupation, 'transition', transition) };
      }),
    ),
  };
}

function voteCells(tally: ValidationTally | undefined) {
  return tally
    ? {
        verdict: tally.verdict,
        agree: tally.agree,
        disagree: tally.disagree,
        cannotSay: tally.cannotSay,
        round: tally.round,
      }
    : { verdict: null, agree: null, disagree: null, cannotSay: null, round: 1 };
}
