/** What an erasure of this workshop would take away, counted before it is done (C5). */
import type { Answer } from '../../src/lib/protocol/answers.ts';
import { contactsOf, personalLabels } from './personal-labels.ts';
import type { WorkshopState } from './state.ts';

export function erasureCounts(state: WorkshopState): {
  people: number;
  organisations: number;
  answers: number;
  words: number;
  contacts: number;
  labels: number;
  keptAdjustments: number;
} {
  const answers = Object.values(state.phases)
    .flatMap(({ rounds }) => rounds)
    .flatMap((round) => Object.values(round.answers))
    .flatMap((byPerson) => Object.values(byPerson))
    .map(({ answer }) => answer);
  const typed = Object.values(state.entries).filter(({ by }) => by !== null);
  const words = [
    ...typed,
    ...Object.values(state.notes),
    ...Object.values(state.proposals),
    ...answers.filter(holdsWords),
  ];
  return {
    people: Object.keys(state.participants).length,
    organisations: Object.keys(state.firms).length,
    answers: answers.length,
    words: words.length,
    contacts: contactsOf(state).length,
    labels: personalLabels(state).length,
    keptAdjustments: Object.keys(state.adjustments).length,
  };
}

function holdsWords(answer: Answer): boolean {
  if (answer.kind === 'figure' || answer.kind === 'validation') return answer.reason !== null;
  return answer.kind === 'commitment' || (answer.kind === 'survey' && answer.comment !== '');
}
