/** Marks on figures: per firm the majority of its people; the direction the firms' majority gives; estimates only as V6 lets them. */
import type { MarkableMeasure } from '../../../src/lib/protocol/answers.ts';
import { aggregateEstimate, median } from '../../lmi/withholding.ts';
import type { Aggregate } from '../../lmi/withholding.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { answersByPerson, byFirm, majority } from './firm-vote.ts';

export interface FigureTally {
  occupation: string;
  measure: MarkableMeasure;
  firms: number;
  people: number;
  aboutRight: number;
  tooLow: number;
  tooHigh: number;
  cannotSay: number;
  direction: 'about_right' | 'too_low' | 'too_high' | 'no_majority' | 'nobody';
  /** Null where no firm gave an estimate. */
  estimate: Aggregate | null;
}

export function figureTallies(state: WorkshopState, round: RoundState): FigureTally[] {
  return Object.keys(round.answers)
    .filter((question) => question.startsWith('figure/'))
    .map((question) => figureTally(state, round, question))
    .filter((tally) => tally !== null);
}

function figureTally(state: WorkshopState, round: RoundState, question: string): FigureTally | null {
  const answers = answersByPerson(state, round, question, 'figure');
  const first = answers.values().next().value;
  if (!first) return null;
  const firms = [...byFirm(state, answers).values()];
  const marks = firms.map((people) => majority(people.map((answer) => answer.mark)) ?? 'cannot_say');
  const count = (mark: string): number => marks.filter((candidate) => candidate === mark).length;
  const counts = { aboutRight: count('about_right'), tooLow: count('too_low'), tooHigh: count('too_high') };
  const estimates = firms
    .map((people) => people.map((answer) => answer.estimate).filter((value) => value !== null))
    .filter((values) => values.length > 0);
  return {
    occupation: first.occupation,
    measure: first.measure,
    firms: firms.length,
    people: answers.size,
    ...counts,
    cannotSay: count('cannot_say'),
    direction: directionOf(counts),
    estimate:
      estimates.length === 0
        ? null
        : aggregateEstimate({ values: estimates.map(median), shares: null, remainder: null }),
  };
}

function directionOf({
  aboutRight,
  tooLow,
  tooHigh,
}: {
  aboutRight: number;
  tooLow: number;
  tooHigh: number;
}): FigureTally['direction'] {
  const withOpinion = aboutRight + tooLow + tooHigh;
  if (withOpinion === 0) return 'nobody';
  if (tooLow * 2 > withOpinion) return 'too_low';
  if (tooHigh * 2 > withOpinion) return 'too_high';
  return aboutRight * 2 > withOpinion ? 'about_right' : 'no_majority';
}
