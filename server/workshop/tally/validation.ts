/** Validation of the map by rule V2, in rounds: an item's standing is that of the last round that asked it. */
import { consensus } from '../../lmi/consensus.ts';
import type { Consensus } from '../../lmi/consensus.ts';
import { focusOccupations } from '../options.ts';
import { pathwayMap, standingSteps, standingTransitions, transitionLabel } from '../pathway-map.ts';
import { phaseOf, placeOfPhase, roundOf } from '../phases.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { answersByPerson, byFirm, majority } from './firm-vote.ts';
import { electorateOf } from './turnout.ts';

export interface ValidationItem {
  pathway: string;
  of: 'step' | 'transition';
  target: string;
  label: string;
  question: string;
}
export interface ValidationTally extends ValidationItem, Consensus {
  agree: number;
  disagree: number;
  cannotSay: number;
  people: number;
  round: number;
  /** Reasons given, without their authors; what names money or a no-hire agreement is left out (C2). */
  reasons: string[];
}

/** Every standing step (but the occupation itself) and transition of the occupations in question. */
export function validationItems(state: WorkshopState): ValidationItem[] {
  return focusOccupations(state).flatMap((pathway) => {
    const map = pathwayMap(state, pathway);
    const item = (of: 'step' | 'transition', target: string, label: string): ValidationItem => ({
      pathway,
      of,
      target,
      label,
      question: `validation/${pathway}/${of}/${target}`,
    });
    return [
      ...standingSteps(map)
        .filter((step) => step.side !== 'focus')
        .sort((a, b) => a.level - b.level || a.row - b.row)
        .map((step) => item('step', step.id, step.label)),
      ...standingTransitions(map).map((transition) =>
        item('transition', transition.id, transitionLabel(map, transition)),
      ),
    ];
  });
}

export function askedItems(state: WorkshopState, round: RoundState): ValidationItem[] {
  const items = validationItems(state);
  return round.asked === null ? items : items.filter((item) => round.asked?.includes(item.question));
}

export function validationTally(
  state: WorkshopState,
  round: RoundState,
  item: ValidationItem,
  number: number,
): ValidationTally {
  const answers = answersByPerson(state, round, item.question, 'validation');
  const opinions = [...byFirm(state, answers).values()].map(
    (people) => majority(people.map((answer) => answer.opinion)) ?? 'cannot_say',
  );
  const count = (opinion: string): number => opinions.filter((candidate) => candidate === opinion).length;
  const tally = { agree: count('agree'), disagree: count('disagree'), cannotSay: count('cannot_say') };
  const reasons = [...answers.values()].map((answer) => answer.reason).filter((reason) => reason !== null);
  return {
    ...item,
    ...tally,
    ...consensus(tally, electorateOf(state, round).length, round.rule ?? state.setup.rule),
    people: answers.size,
    round: number,
    reasons,
  };
}

/** Contested first, then undecided, then validated; within that by disagreement. */
export function validationTallies(
  state: WorkshopState,
  round: RoundState,
  number: number,
): ValidationTally[] {
  const weight = { contested: 0, undecided: 1, validated: 2 };
  return askedItems(state, round)
    .map((item) => validationTally(state, round, item, number))
    .sort((a, b) => weight[a.verdict] - weight[b.verdict] || b.disagree - a.disagree);
}

/** The standing of every item after all rounds that were closed, by question. */
export function standing(state: WorkshopState, includeUnrevealed: boolean): Map<string, ValidationTally> {
  const place = placeOfPhase(state, 'vote');
  const result = new Map<string, ValidationTally>();
  if (!place) return result;
  const phase = phaseOf(state, place);
  phase.rounds.forEach((_, index) => {
    const number = index + 1;
    const isCurrent = number === phase.round;
    if (isCurrent && !(phase.status === 'revealed' || (includeUnrevealed && phase.status === 'closed')))
      return;
    const round = roundOf(phase, number);
    for (const item of askedItems(state, round)) {
      const tally = validationTally(state, round, item, number);
      if (tally.people > 0) result.set(item.question, tally);
    }
  });
  return result;
}
