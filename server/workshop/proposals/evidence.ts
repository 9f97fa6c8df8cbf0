/** The tally behind a proposal, with everything that was fixed when its question opened (V1, V3). */
import { phaseKey } from '../../../src/lib/protocol/phases.ts';
import type { PhaseName, Rule } from '../../../src/lib/protocol/guide.ts';
import type { Adjustment, AdjustmentKind, Evidence } from '../../lmi/adjustment.ts';
import { isStopped, phaseOf, placeOfPhase } from '../phases.ts';
import { promptOf } from '../prompt.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { isBelowQuorum } from '../tally/turnout.ts';

export interface Asked {
  activity: string;
  phase: PhaseName;
  round: RoundState;
  /** From 1. */
  number: number;
  /** The room has seen the result. */
  isRevealed: boolean;
  rule: Rule;
}

/** The last round of a phase in which anybody answered; null when nobody did, or the topic was stopped (C). */
export function lastAsked(state: WorkshopState, phase: PhaseName): Asked | null {
  const place = placeOfPhase(state, phase);
  if (!place || isStopped(state, place)) return null;
  const at = phaseOf(state, place);
  const index = at.rounds.findLastIndex((round) =>
    Object.values(round.answers).some((answers) => Object.keys(answers).length > 0),
  );
  const round = at.rounds[index];
  return round ? askedIn(state, { ...place, round, number: index + 1 }) : null;
}

export function askedIn(
  state: WorkshopState,
  asked: Pick<Asked, 'activity' | 'phase' | 'round' | 'number'>,
): Asked {
  const phase = state.phases[phaseKey(asked.activity, asked.phase)];
  const isRevealed = phase !== undefined && (asked.number < phase.round || phase.status === 'revealed');
  return { ...asked, isRevealed, rule: asked.round.rule ?? state.setup.rule };
}

export interface Tally {
  answers: number;
  firms: number;
  agree: number;
  disagree: number;
  cannotSay: number;
}

export function evidenceOf(
  state: WorkshopState,
  asked: Asked,
  tally: Tally,
  rule: string,
  threshold: number | null,
  lines: string[],
): Evidence {
  return {
    question: promptOf(state, asked),
    activity: asked.activity,
    rule,
    threshold,
    quorum: asked.rule.quorum,
    belowQuorum: isBelowQuorum(state, asked.round),
    round: asked.number,
    nAnswers: tally.answers,
    nFirms: tally.firms,
    nAgree: tally.agree,
    nDisagree: tally.disagree,
    nCannotSay: tally.cannotSay,
    lines: asked.isRevealed ? lines : [...lines, 'The result was not revealed to the room.'],
  };
}

type Proposed = Pick<Adjustment, 'kind' | 'target' | 'title' | 'measure' | 'proposedValue' | 'evidence'> &
  Partial<Adjustment>;

export function proposal(state: WorkshopState, proposed: Proposed): Adjustment {
  return {
    observation: null,
    publishedValue: null,
    publishedFlag: null,
    unit: null,
    detail: {},
    ...proposed,
    id: proposalId(state.id, proposed.kind, proposed.target, proposed.measure),
    decidedValue: null,
    status: 'proposed',
    rationale: '',
    workshop: state.id,
    decidedAt: null,
    decidedByRole: null,
  };
}

/** The same proposal of the same workshop always has the same id. */
const proposalId = (workshop: string, kind: AdjustmentKind, target: string, measure: string): string =>
  `${workshop}/${kind}/${target}/${measure}`;
