/** Every round of every question of the guide, in the order of the guide. */
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import type { ChoiceRow } from '../../lmi/tallies.ts';
import { isStopped, phaseOf, places, roundOf } from '../phases.ts';
import { promptOf } from '../prompt.ts';
import type { RoundState, WorkshopState } from '../state.ts';

export interface AskedRound {
  activity: string;
  phase: PhaseName;
  /** From 1. */
  number: number;
  isLast: boolean;
  round: RoundState;
  question: string;
  status: ChoiceRow['status'];
}

export function askedRounds(state: WorkshopState): AskedRound[] {
  return places(state).flatMap((place) => {
    const phase = phaseOf(state, place);
    const stopped = isStopped(state, place);
    return phase.rounds.slice(0, phase.round).map((_, index) => {
      const number = index + 1;
      const isLast = number === phase.round;
      const status = stopped ? 'stopped' : isLast ? phase.status : 'revealed';
      return {
        ...place,
        number,
        isLast,
        round: roundOf(phase, number),
        question: promptOf(state, place),
        status,
      };
    });
  });
}

export const isCounted = ({ status }: Pick<AskedRound, 'status'>): boolean =>
  status === 'closed' || status === 'revealed';
