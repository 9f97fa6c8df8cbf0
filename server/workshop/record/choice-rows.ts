import type { ChoiceRow } from '../../lmi/tallies.ts';
import type { WorkshopState } from '../state.ts';
import { askedRounds, isCounted } from './asked-rounds.ts';
import type { AskedRound } from './asked-rounds.ts';
import { choiceCounters } from './choice-counts.ts';

/** `state` as `closedOnly` gives it. Items of a stopped topic are left out; counts of what is not closed are null. */
export function choiceRows(state: WorkshopState): ChoiceRow[] {
  return askedRounds(state).flatMap((asked) => rowsOfRound(state, asked));
}

export function rowsOfRound(state: WorkshopState, asked: AskedRound): ChoiceRow[] {
  if (asked.status === 'stopped') return [];
  const { activity, phase, number: round, question, status } = asked;
  const silent = isCounted(asked) ? {} : { value: null, firms: null, people: null };
  return choiceCounters[phase](state, asked).map((counted) => ({
    activity,
    phase,
    round,
    question,
    ...counted,
    ...silent,
    result: isCounted(asked) || phase === 'nominate' ? counted.result : null,
    status,
  }));
}
