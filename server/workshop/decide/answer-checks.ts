/** What makes an answer an answer to what is asked now: kind by phase, and per kind what it may name. */
import type { Answer, AnswerKind, AnswerOf } from '../../../src/lib/protocol/answers.ts';
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import type { RefusalCode } from '../../../src/lib/protocol/refusals.ts';
import { isVisible } from '../entries.ts';
import { ballotOptions, focusOccupations, optionOf } from '../options.ts';
import { activityOf, currentRound } from '../phases.ts';
import { preferenceEntries } from '../preferences.ts';
import type { WorkshopState } from '../state.ts';
import { gapList } from '../tally/gaps.ts';
import { stepsOfSide } from '../tally/order.ts';
import { askedItems } from '../tally/validation.ts';
import { categories } from '../categories.ts';

const KIND_OF_PHASE: Partial<Record<PhaseName, AnswerKind>> = {
  mark: 'figure',
  choose: 'critical',
  ties: 'tie',
  group: 'category',
  tap: 'reason',
  rate: 'gap',
  order: 'order',
  vote: 'validation',
  tell: 'preference',
  offer: 'commitment',
  survey: 'survey',
};

type Check<K extends AnswerKind> = (state: WorkshopState, answer: AnswerOf<K>) => RefusalCode | null;
const unless = (known: boolean): RefusalCode | null => (known ? null : 'unknown_option');
const inFocus = (state: WorkshopState, occupation: string): boolean =>
  focusOccupations(state).includes(occupation);

const CHECKS: { [K in AnswerKind]: Check<K> } = {
  figure(state, { occupation, measure, estimate }) {
    const observations = state.deck.cards[occupation]?.observations ?? [];
    const figure = observations.find((observation) => observation.measure === measure);
    if (!figure || !state.setup.shortlist.includes(occupation)) return 'unknown_option';
    if (estimate === null) return null;
    const isFit = figure.unit !== 'category' && (figure.unit !== 'percent' || estimate <= 100);
    return isFit ? null : 'estimate_unfit';
  },
  critical(state, { options }) {
    const limits = activityOf(state, state.current.activity)?.choose ?? { min: 3, max: 5 };
    const chosen = new Set(options.map((id) => optionOf(state, id)));
    if (chosen.size !== options.length || chosen.size < limits.min || chosen.size > limits.max)
      return 'ballot_count';
    const offered = new Set(ballotOptions(state).map((option) => option.id));
    return unless([...chosen].every((id) => offered.has(id)));
  },
  tie(state, { a, b, winner }) {
    const options = currentRound(state).ties?.options ?? [];
    return unless(a !== b && (winner === a || winner === b) && options.includes(a) && options.includes(b));
  },
  category: (state, { occupation, category }) =>
    unless(inFocus(state, occupation) && categories(state).some(({ id }) => id === category)),
  reason: (state, { occupation }) => unless(inFocus(state, occupation)),
  gap: (state, { gap }) => unless(gapList(state).some(({ id }) => id === gap)),
  order(state, { occupation, side, steps }) {
    const known = new Set(stepsOfSide(state, occupation, side).map((step) => step.id));
    if (new Set(steps).size !== steps.length) return 'ballot_count';
    return unless(inFocus(state, occupation) && steps.every((step) => known.has(step)));
  },
  validation: (state, { pathway, of, target }) =>
    unless(
      askedItems(state, currentRound(state)).some(
        (item) => item.pathway === pathway && item.of === of && item.target === target,
      ),
    ),
  preference: (state, { entry }) =>
    unless(
      preferenceEntries(state).some(({ id }) => id === entry) ||
        (state.entries[entry] !== undefined && isVisible(state.entries[entry])),
    ),
  commitment: () => null,
  survey: () => null,
};

export function checkAnswer(state: WorkshopState, answer: Answer): RefusalCode | null {
  if (KIND_OF_PHASE[state.current.phase] !== answer.kind) return 'moved_on';
  const check = CHECKS[answer.kind] as (state: WorkshopState, answer: Answer) => RefusalCode | null;
  return check(state, answer);
}
