/** Plain counts: criticality reasons, suggested categories, preferences, commitments, the survey. */
import type { CommitmentKind, ReasonId } from '../../../src/lib/protocol/answers.ts';
import { reasonId } from '../../../src/lib/protocol/answers.ts';
import { mergedId } from '../entries.ts';
import { focusOccupations, optionOf } from '../options.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { answersByPerson, byFirm, majority } from './firm-vote.ts';

export interface ReasonTally {
  occupation: string;
  reason: ReasonId;
  firms: number;
  people: number;
}
export function reasonTallies(state: WorkshopState, round: RoundState): ReasonTally[] {
  return focusOccupations(state).flatMap((occupation) => {
    const answers = answersByPerson(state, round, `reason/${occupation}`, 'reason');
    const firms = [...byFirm(state, answers).values()];
    return reasonId.options.map((reason) => ({
      occupation,
      reason,
      firms: firms.filter(
        (people) => majority(people.map((answer) => answer.reasons.includes(reason))) === true,
      ).length,
      people: [...answers.values()].filter((answer) => answer.reasons.includes(reason)).length,
    }));
  });
}

export interface CategoryTally {
  occupation: string;
  category: string;
  firms: number;
}
export function categoryTallies(state: WorkshopState, round: RoundState): CategoryTally[] {
  return focusOccupations(state).flatMap((occupation) => {
    const answers = answersByPerson(state, round, `category/${occupation}`, 'category');
    const suggested = [...byFirm(state, answers).values()]
      .map((people) => majority(people.map((answer) => mergedId(state, answer.category))))
      .filter((category) => category !== null);
    return [...new Set(suggested)].map((category) => ({
      occupation,
      category,
      firms: suggested.filter((candidate) => candidate === category).length,
    }));
  });
}

export interface ChosenTally {
  id: string;
  firms: number;
  people: number;
}
/** Preferred programs, sources of talent and practices, by entry; merged entries count as one. */
export function preferenceTallies(state: WorkshopState, round: RoundState): Map<string, ChosenTally> {
  const chosenBy = new Map<string, Map<string, boolean>>();
  for (const question of Object.keys(round.answers).filter((candidate) =>
    candidate.startsWith('preference/'),
  )) {
    const id = mergedId(state, question.slice('preference/'.length));
    const people = chosenBy.get(id) ?? new Map<string, boolean>();
    for (const [person, answer] of answersByPerson(state, round, question, 'preference'))
      people.set(person, (people.get(person) ?? false) || answer.chosen);
    chosenBy.set(id, people);
  }
  return new Map(
    [...chosenBy].map(([id, people]) => [
      id,
      {
        id,
        firms: [...byFirm(state, people).values()].filter((values) => majority(values) === true).length,
        people: [...people.values()].filter(Boolean).length,
      },
    ]),
  );
}

export interface CommitmentTally {
  commitment: CommitmentKind;
  firms: number;
  /** Participants who made it. */
  people: string[];
}
export function commitmentTallies(
  state: WorkshopState,
  round: RoundState,
  kinds: readonly CommitmentKind[],
): CommitmentTally[] {
  return kinds.map((commitment) => {
    const answers = answersByPerson(state, round, `commitment/${commitment}`, 'commitment');
    return { commitment, firms: byFirm(state, answers).size, people: [...answers.keys()] };
  });
}

export interface SurveyTally {
  people: number;
  useful: number | null;
  heard: number | null;
  clear: number | null;
}
export function surveyTally(state: WorkshopState, round: RoundState): SurveyTally {
  const answers = [...answersByPerson(state, round, 'survey', 'survey').values()];
  const mean = (pick: (answer: (typeof answers)[number]) => number): number | null =>
    answers.length === 0
      ? null
      : Math.round((answers.reduce((sum, answer) => sum + pick(answer), 0) / answers.length) * 10) / 10;
  return {
    people: answers.length,
    useful: mean((a) => a.useful),
    heard: mean((a) => a.heard),
    clear: mean((a) => a.clear),
  };
}

export const categoryOf = (state: WorkshopState, occupation: string): { id: string; title: string } => {
  const option = optionOf(state, occupation);
  const placed = state.placements[option];
  const entry = placed === undefined ? undefined : state.entries[mergedId(state, placed)];
  if (entry) return { id: entry.id, title: entry.label };
  const groups = Object.values(state.deck.cards).map((card) => card.group);
  return (
    groups.find((group) => group.id === placed) ??
    state.deck.cards[option]?.group ?? { id: 'other', title: 'Not in the code list yet' }
  );
};
