/** Where the room is in its guide: the phases in order, what is next, which round. */
import { PHASES, phaseKey } from '../../src/lib/protocol/phases.ts';
import type { Activity, PhaseName } from '../../src/lib/protocol/guide.ts';
import type { PhaseState, RoundState, WorkshopState } from './state.ts';

export interface Place {
  activity: string;
  phase: PhaseName;
}

export const emptyRound = (): RoundState => ({
  rule: null,
  electorate: [],
  asked: null,
  answers: {},
  finished: {},
  ties: null,
});
export const emptyPhase = (): PhaseState => ({
  status: 'upcoming',
  round: 1,
  rounds: [emptyRound()],
  openedAt: null,
  spentMs: 0,
  extendedMs: 0,
});

export function places(state: WorkshopState): Place[] {
  return state.setup.guide.flatMap((activity) =>
    PHASES[activity.kind].map((phase) => ({ activity: activity.id, phase })),
  );
}

export const samePlace = (a: Place, b: Place): boolean => a.activity === b.activity && a.phase === b.phase;

export function activityOf(state: WorkshopState, id: string): Activity | undefined {
  return state.setup.guide.find((activity) => activity.id === id);
}

export function phaseOf(state: WorkshopState, place: Place): PhaseState {
  return state.phases[phaseKey(place.activity, place.phase)] ?? emptyPhase();
}

export function roundOf(phase: PhaseState, round = phase.round): RoundState {
  return phase.rounds[round - 1] ?? emptyRound();
}

export function currentRound(state: WorkshopState): RoundState {
  return roundOf(phaseOf(state, state.current));
}

/** The first phase of the guide with this name, for what needs the result of an earlier phase. */
export function placeOfPhase(state: WorkshopState, phase: PhaseName): Place | null {
  return places(state).find((place) => place.phase === phase) ?? null;
}

/** The competition rule was used on this phase and never lifted: nothing of it is shown, exported or proposed. */
export function isStopped(state: WorkshopState, place: Place): boolean {
  return state.stops.some((stop) => stop.resumedAt === null && samePlace(stop, place));
}
