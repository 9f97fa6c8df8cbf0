/** Figures most firms with an opinion call too low or too high: the direction, and the aggregate estimate where V6 lets it be shown. */
import { competitionWarning } from '../../../src/lib/protocol/competition.ts';
import type { Adjustment } from '../../lmi/adjustment.ts';
import type { Observation } from '../../lmi/dataset.ts';
import { exactNumber } from '../../lmi/exact-number.ts';
import { measures } from '../../lmi/measures.ts';
import { titleOf } from '../options.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { answersByPerson } from '../tally/firm-vote.ts';
import { figureTallies } from '../tally/figures.ts';
import type { FigureTally } from '../tally/figures.ts';
import { evidenceOf, lastAsked, proposal } from './evidence.ts';
import type { Asked } from './evidence.ts';
import { counted } from '../counted.ts';

export function figureProposals(state: WorkshopState): Adjustment[] {
  const asked = lastAsked(state, 'mark');
  if (!asked) return [];
  return figureTallies(state, asked.round)
    .filter((tally) => tally.direction === 'too_low' || tally.direction === 'too_high')
    .map((tally) => figureProposal(state, asked, tally))
    .filter((adjustment) => adjustment !== null);
}

function figureProposal(state: WorkshopState, asked: Asked, tally: FigureTally): Adjustment | null {
  const observation = state.deck.cards[tally.occupation]?.observations.find(
    (candidate) => candidate.measure === tally.measure,
  );
  if (!observation) return null;
  const { estimate, direction, tooLow, tooHigh, aboutRight } = tally;
  const agree = direction === 'too_low' ? tooLow : tooHigh;
  const median = estimate && 'median' in estimate ? estimate : null;
  const lines = [
    `${counted(tooLow, 'firm', 'firms')} too low, ${aboutRight} about right, ${tooHigh} too high, ${tally.cannotSay} cannot say.`,
    ...(median
      ? [`Median of the estimates of ${median.firms} firms, rounded to two digits.`]
      : estimate && 'withheld' in estimate
        ? [`Estimates ${estimate.withheld}.`]
        : []),
    ...reasonLines(state, asked.round, tally),
  ];
  const counts = {
    answers: tally.people,
    firms: tally.firms,
    agree,
    disagree: tooLow + tooHigh + aboutRight - agree,
    cannotSay: tally.cannotSay,
  };
  return proposal(state, {
    kind: 'figure',
    target: tally.occupation,
    title: `${measures[tally.measure].label}, ${titleOf(state, tally.occupation)}`,
    measure: tally.measure,
    observation: observation.id,
    publishedValue: publishedText(observation),
    publishedFlag: observation.flag,
    proposedValue: median ? exactNumber(median.median) : direction,
    unit: observation.unit,
    evidence: evidenceOf(state, asked, counts, 'majority of firms with an opinion', 0.5, lines),
    detail: { direction, estimate: median?.median ?? null, estimateFirms: median?.firms ?? null },
  });
}

/** The figure as text: exact, and a lower bound stays one (its flag says so). */
function publishedText({ value, text, lowerBound }: Observation): string | null {
  if (text !== null) return text;
  const number = value ?? lowerBound;
  return number === null ? null : exactNumber(number);
}

/** Reasons without authors; what names money or a no-hire agreement stays out (C2). */
function reasonLines(state: WorkshopState, round: RoundState, tally: FigureTally): string[] {
  const answers = answersByPerson(state, round, `figure/${tally.occupation}/${tally.measure}`, 'figure');
  return [...answers.values()]
    .map((answer) => answer.reason)
    .filter((reason) => reason !== null && competitionWarning(reason) === null)
    .map((reason) => `“${reason}”`);
}
