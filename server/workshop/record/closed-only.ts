/** V5: the state as it may be written down: what a question gathered while it is open, or of a stopped topic, is not in it. */
import { PHASES, phaseKey } from '../../../src/lib/protocol/phases.ts';
import { isStopped } from '../phases.ts';
import type { PhaseState, WorkshopState } from '../state.ts';

/** Shares everything else with `state`: read only. */
export function closedOnly(state: WorkshopState): WorkshopState {
  const phases = { ...state.phases };
  for (const { id, kind } of state.setup.guide) {
    for (const name of PHASES[kind]) {
      const key = phaseKey(id, name);
      const phase = phases[key];
      if (phase) phases[key] = writable(phase, isStopped(state, { activity: id, phase: name }));
    }
  }
  return { ...state, phases };
}

function writable(phase: PhaseState, isStoppedTopic: boolean): PhaseState {
  const isOpen = phase.status === 'open' || phase.status === 'upcoming';
  return {
    ...phase,
    rounds: phase.rounds.map((round, index) =>
      isStoppedTopic || (isOpen && index + 1 === phase.round)
        ? { ...round, answers: {}, finished: {} }
        : round,
    ),
  };
}
