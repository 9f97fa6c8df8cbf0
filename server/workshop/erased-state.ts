/**
 * C5: a workshop without anybody in it. People, firms, seats, answers and words go whole; proposals and decisions stay, with
 * their counts. A label that became a result stays too (decision 008), unless it holds somebody's name or organisation.
 */
import { withoutComments } from '../lmi/erased-revision.ts';
import { withoutLabels } from './personal-labels.ts';
import type { PhaseState, WorkshopState } from './state.ts';

export function erasedState(state: WorkshopState, labels: readonly string[]): WorkshopState {
  const adjustments = Object.entries(state.adjustments).map(([id, each]) => [id, withoutComments(each)]);
  return {
    ...state,
    participants: {},
    firms: {},
    seats: {},
    entries: {},
    placements: {},
    critical: [],
    maps: {},
    proposals: {},
    notes: {},
    spotlight: null,
    stops: [],
    undo: [],
    outcomes: {},
    phases: Object.fromEntries(Object.entries(state.phases).map(([key, phase]) => [key, emptied(phase)])),
    adjustments: withoutLabels(Object.fromEntries(adjustments) as WorkshopState['adjustments'], labels),
  };
}

/** Which rounds there were and by which rule stays. */
function emptied(phase: PhaseState): PhaseState {
  const rounds = phase.rounds.map(({ rule }) => ({
    rule,
    electorate: [],
    asked: null,
    answers: {},
    finished: {},
    ties: null,
  }));
  return { ...phase, rounds };
}
