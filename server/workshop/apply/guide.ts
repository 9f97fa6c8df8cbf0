/** Events that open, close and reveal phases. What was answered stays, whatever opens or closes after it. */
import { phaseKey } from '../../../src/lib/protocol/phases.ts';
import type { EventType } from '../events.ts';
import { emptyPhase, emptyRound, isStopped } from '../phases.ts';
import type { Place } from '../phases.ts';
import type { PhaseState, RoundState, WorkshopState } from '../state.ts';
import type { Reducers } from './room.ts';

function phaseAt(state: WorkshopState, place: Place): PhaseState {
  return (state.phases[phaseKey(place.activity, place.phase)] ??= emptyPhase());
}
/** The round of this number, made when it is the first to be met. */
function roundAt(phase: PhaseState, number: number): RoundState {
  while (phase.rounds.length < number) phase.rounds.push(emptyRound());
  return phase.rounds[number - 1] as RoundState;
}

export const guideReducers = {
  phaseOpened(state, event) {
    const phase = phaseAt(state, event);
    const round = roundAt(phase, event.round);
    phase.round = event.round;
    phase.status = 'open';
    phase.openedAt = event.at;
    round.rule ??= event.rule;
    round.asked ??= event.asked;
    round.ties ??= event.ties;
    if (state.stage === 'open') state.stage = 'running';
  },
  phaseClosed(state, event) {
    const phase = phaseAt(state, event);
    if (phase.openedAt !== null) phase.spentMs += Math.max(0, event.at - phase.openedAt);
    phase.openedAt = null;
    phase.status = 'closed';
    roundAt(phase, phase.round).electorate = event.electorate;
  },
  phaseRevealed(state, event) {
    phaseAt(state, event).status = 'revealed';
    if (event.critical) state.critical = event.critical;
  },
  revealTaken(state, event) {
    phaseAt(state, event).status = 'closed';
    state.critical = event.critical;
  },
  phaseExtended(state, event) {
    phaseAt(state, event).extendedMs += event.ms;
  },
  guideMoved(state, event) {
    state.current = { activity: event.activity, phase: event.phase };
    state.spotlight = null;
    state.topicStopped = isStopped(state, state.current);
    if (state.stage === 'open') state.stage = 'running';
  },
  answerStored(state, event) {
    const round = roundAt(phaseAt(state, event), event.round);
    state.order += 1;
    const answers = (round.answers[event.question] ??= {});
    answers[event.participant] = { answer: event.answer, at: event.at, via: event.via, order: state.order };
  },
  answerCleared(state, event) {
    const answers = roundAt(phaseAt(state, event), event.round).answers[event.question];
    if (answers) delete answers[event.participant];
  },
  finishedSet(state, event) {
    const { finished } = roundAt(phaseAt(state, event), event.round);
    if (event.finished) finished[event.participant] = event.at;
    else delete finished[event.participant];
  },
} satisfies Partial<Reducers<EventType>>;
