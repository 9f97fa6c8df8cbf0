/** What each question counts: every item that was put to the room with its choices, also where nobody answered (U6). */
import { markableMeasure } from '../../../src/lib/protocol/answers.ts';
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import type { ChoiceRow } from '../../lmi/tallies.ts';
import { measures } from '../../lmi/measures.ts';
import { COMMITMENTS } from '../default-guide.ts';
import { visibleEntries } from '../entries.ts';
import { ballotOptions, focusOccupations, titleOf } from '../options.ts';
import { preferenceEntries } from '../preferences.ts';
import type { WorkshopState } from '../state.ts';
import { categories } from '../categories.ts';
import {
  categoryTallies,
  commitmentTallies,
  preferenceTallies,
  reasonTallies,
  surveyTally,
} from '../tally/choices.ts';
import { criticalVotes, gridRows } from '../tally/critical.ts';
import { figureTallies } from '../tally/figures.ts';
import { gapTallies } from '../tally/gaps.ts';
import { orderTally, stepsOfSide } from '../tally/order.ts';
import { askedItems, validationTally } from '../tally/validation.ts';
import type { AskedRound } from './asked-rounds.ts';

export type ChoiceCount = Pick<
  ChoiceRow,
  'target' | 'title' | 'choice' | 'value' | 'firms' | 'people' | 'result'
>;
type Counter = (state: WorkshopState, asked: AskedRound) => ChoiceCount[];
type Counts = Partial<Pick<ChoiceCount, 'value' | 'firms' | 'people' | 'result'>>;

/** All choices of one item. */
function item(target: string, title: string, choices: Record<string, Counts>): ChoiceCount[] {
  const none = { value: null, firms: null, people: null, result: null };
  return Object.entries(choices).map(([choice, counts]) => ({ target, title, choice, ...none, ...counts }));
}

const marks: Counter = (state, { round }) => {
  const tallies = new Map(
    figureTallies(state, round).map((tally) => [`${tally.occupation}/${tally.measure}`, tally]),
  );
  return Object.values(state.deck.cards).flatMap((card) =>
    card.observations
      .filter(({ measure }) => markableMeasure.safeParse(measure).success)
      .flatMap(({ measure }) => {
        const target = `${card.code}/${measure}`;
        const tally = tallies.get(target);
        const estimate = tally?.estimate ?? null;
        return item(target, `${measures[measure].label}, ${card.title}`, {
          too_low: { firms: tally?.tooLow ?? 0 },
          about_right: { firms: tally?.aboutRight ?? 0 },
          too_high: { firms: tally?.tooHigh ?? 0 },
          cannot_say: { firms: tally?.cannotSay ?? 0 },
          ...(estimate && 'median' in estimate
            ? { estimate: { value: estimate.median, firms: estimate.firms } }
            : {}),
          ...(estimate && 'withheld' in estimate ? { estimate: { result: estimate.withheld } } : {}),
          answered: {
            firms: tally?.firms ?? 0,
            people: tally?.people ?? 0,
            result: tally?.direction ?? 'nobody',
          },
        });
      }),
  );
};

const nominations: Counter = (state) =>
  visibleEntries(state, 'nomination').flatMap((entry) =>
    item(entry.id, titleOf(state, entry.id), { nominated: { result: entry.code ?? 'not matched' } }),
  );

const ballot: Counter = (state, { activity, round }) => {
  const votes = new Map(criticalVotes(state, activity, round).map((vote) => [vote.id, vote]));
  return ballotOptions(state).flatMap(({ id, title }) => {
    const vote = votes.get(id);
    const result = vote?.tied ? 'tied' : vote?.kept ? 'kept' : null;
    return item(id, title, { chosen: { firms: vote?.firms ?? 0, people: vote?.people ?? 0, result } });
  });
};

const grid: Counter = (state, { activity, isLast }) =>
  isLast
    ? gridRows(state, activity).flatMap(({ id, title, wins, kept }) =>
        item(id, title, { preferred_in_pairs: { value: wins, result: kept ? 'kept' : null } }),
      )
    : [];

const groups: Counter = (state, { round }) => {
  const tallies = categoryTallies(state, round);
  const all = categories(state);
  return focusOccupations(state).flatMap((occupation) =>
    item(
      occupation,
      titleOf(state, occupation),
      Object.fromEntries(
        all.map(({ id, title }) => [
          title,
          {
            firms:
              tallies.find((tally) => tally.occupation === occupation && tally.category === id)?.firms ?? 0,
          },
        ]),
      ),
    ),
  );
};

const reasons: Counter = (state, { round }) =>
  reasonTallies(state, round).flatMap(({ occupation, reason, firms, people }) =>
    item(occupation, titleOf(state, occupation), { [reason]: { firms, people } }),
  );

const gaps: Counter = (state, { round }) =>
  gapTallies(state, round).flatMap((gap) =>
    item(`${gap.occupation}/${gap.id}`, `${gap.label}, ${gap.occupationTitle}`, {
      often_or_almost_always: { firms: gap.often },
      cannot_say: { firms: gap.cannotSay },
      mean_frequency: { value: gap.frequency },
      needed_on_day_one: { value: gap.dayOne },
      answered: { firms: gap.firms, people: gap.people, result: `rank ${gap.rank}` },
    }),
  );

const orders: Counter = (state, { round }) =>
  focusOccupations(state).flatMap((occupation) =>
    (['into', 'out'] as const).flatMap((side) => {
      const tally = orderTally(state, round, occupation, side);
      const placed = new Map(tally.steps.map((step) => [step.id, step]));
      const title = `${titleOf(state, occupation)}, ${side === 'into' ? 'way in' : 'way on'}`;
      const steps = stepsOfSide(state, occupation, side).flatMap(({ id, label }) =>
        item(`${occupation}/${side}/${id}`, `${label} (${title})`, {
          median_place: { value: placed.get(id)?.position ?? null, firms: placed.get(id)?.placedBy ?? 0 },
        }),
      );
      if (steps.length === 0) return [];
      return [
        ...steps,
        ...item(`${occupation}/${side}`, title, {
          kendall_w: { value: tally.agreement },
          answered: { firms: tally.firms, people: tally.people },
        }),
      ];
    }),
  );

const votes: Counter = (state, { round, number }) =>
  askedItems(state, round).flatMap((asked) => {
    const tally = validationTally(state, round, asked, number);
    const result = tally.people === 0 ? null : `${tally.verdict}${tally.dissent ? ', with dissent' : ''}`;
    return item(
      `${asked.pathway}/${asked.of}/${asked.target}`,
      `${asked.label} (${titleOf(state, asked.pathway)})`,
      {
        agree: { firms: tally.agree },
        disagree: { firms: tally.disagree },
        cannot_say: { firms: tally.cannotSay },
        answered: { firms: tally.agree + tally.disagree + tally.cannotSay, people: tally.people, result },
      },
    );
  });

const preferences: Counter = (state, { round }) => {
  const tallies = preferenceTallies(state, round);
  return preferenceEntries(state).flatMap(({ id, label, detail }) =>
    item(id, detail === null ? label : `${label}, ${detail}`, {
      chosen: { firms: tallies.get(id)?.firms ?? 0, people: tallies.get(id)?.people ?? 0 },
    }),
  );
};

const offers: Counter = (state, { round }) =>
  commitmentTallies(
    state,
    round,
    COMMITMENTS.map(({ id }) => id),
  ).flatMap(({ commitment, firms, people }) =>
    item(commitment, COMMITMENTS.find(({ id }) => id === commitment)?.label ?? commitment, {
      offered: { firms, people: people.length },
    }),
  );

const survey: Counter = (state, { round }) => {
  const { people, useful, heard, clear } = surveyTally(state, round);
  const titles = { useful: 'This was useful', heard: 'I was heard', clear: 'What happens next is clear' };
  return Object.entries({ useful, heard, clear }).flatMap(([target, value]) =>
    item(target, titles[target as keyof typeof titles], { mean_of_1_to_5: { value, people } }),
  );
};

export const choiceCounters: Record<PhaseName, Counter> = {
  join: () => [],
  mark: marks,
  nominate: nominations,
  choose: ballot,
  ties: grid,
  group: groups,
  tap: reasons,
  rate: gaps,
  order: orders,
  map: () => [],
  vote: votes,
  tell: preferences,
  offer: offers,
  survey,
};
