/**
 * Before the reveal what the room shares does not depend on what anybody chose, only on who has answered: two rooms that
 * differ in their choices and in nothing else look the same on the screen, on every phone, and to everybody else (V5, R7).
 */
import { expect, test } from 'vitest';
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import { categories } from '../../server/workshop/categories.ts';
import { focusOccupations } from '../../server/workshop/options.ts';
import type { Actor } from '../../server/workshop/ports.ts';
import { tiedAtTheBoundary } from '../../server/workshop/tally/critical.ts';
import { gapList } from '../../server/workshop/tally/gaps.ts';
import { stepsOfSide } from '../../server/workshop/tally/order.ts';
import { validationItems } from '../../server/workshop/tally/validation.ts';
import { consoleView } from '../../server/workshop/views/console-view.ts';
import { ownView } from '../../server/workshop/views/own-view.ts';
import { phoneView } from '../../server/workshop/views/phone-view.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { sharedParts } from '../../server/workshop/views/shared-parts.ts';
import { Workshop, quiet } from './workshop-of.ts';

type Choice = 'one' | 'other';
interface Question {
  activity: string;
  phase: PhaseName;
  answers(w: Workshop, choice: Choice, index: number): Answer[];
}

const FIRMS = 7;
const pick = <T>(choice: Choice, one: T, other: T): T => (choice === 'one' ? one : other);
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
};
const focused = (w: Workshop): string => at(focusOccupations(w.state), 0);
const drafted = (w: Workshop): string =>
  at(
    focusOccupations(w.state).filter((occupation) => stepsOfSide(w.state, occupation, 'into').length > 1),
    0,
  );

const questions: Question[] = [
  {
    activity: 'figures',
    phase: 'mark',
    answers: (w, choice, index) => [
      {
        kind: 'figure',
        occupation: at(w.state.setup.shortlist, 0),
        measure: 'openings_annual',
        mark: pick(choice, 'too_low', 'too_high'),
        estimate: pick(choice, 9_000, 100) + index,
        reason: pick(choice, 'far too few', 'far too many'),
      },
    ],
  },
  { activity: 'critical', phase: 'nominate', answers: () => [] },
  {
    activity: 'critical',
    phase: 'choose',
    // Two are tied for the fifth place, so that the grid has something to ask.
    answers: (w, choice, index) => {
      const fifth = index === 0 ? [] : [4 + (index % 2)];
      const places = pick(choice, [0, 1, 2, 3, ...fifth], [6, 7, 8]);
      return [{ kind: 'critical', options: places.map((place) => at(w.state.setup.shortlist, place)) }];
    },
  },
  {
    activity: 'critical',
    phase: 'ties',
    answers(w, choice) {
      const { options } = tiedAtTheBoundary(w.state, 'critical');
      const [a, b] = [at(options, 0), at(options, 1)];
      return [{ kind: 'tie', a, b, winner: pick(choice, a, b) }];
    },
  },
  {
    activity: 'category',
    phase: 'group',
    answers(w, choice) {
      const [one, other] = [at(categories(w.state), 0), at(categories(w.state), 1)];
      return [{ kind: 'category', occupation: focused(w), category: pick(choice, one.id, other.id) }];
    },
  },
  {
    activity: 'reason',
    phase: 'tap',
    answers: (w, choice) => [
      { kind: 'reason', occupation: focused(w), reasons: [pick(choice, 'hard_to_fill', 'turnover')] },
    ],
  },
  {
    activity: 'gap',
    phase: 'rate',
    answers: (w, choice) => [
      {
        kind: 'gap',
        gap: at(gapList(w.state), 0).id,
        frequency: pick(choice, 'often', 'rarely'),
        dayOne: pick(choice, true, false),
      },
    ],
  },
  {
    activity: 'pathway',
    phase: 'order',
    answers(w, choice) {
      const steps = stepsOfSide(w.state, drafted(w), 'into').map(({ id }) => id);
      const ordered = pick(choice, steps, steps.toReversed());
      return [{ kind: 'order', occupation: drafted(w), side: 'into', steps: ordered }];
    },
  },
  {
    activity: 'validation',
    phase: 'vote',
    answers: (w, choice) =>
      validationItems(w.state)
        .slice(0, 3)
        .map(({ pathway, of, target }) => ({
          kind: 'validation',
          pathway,
          of,
          target,
          opinion: pick(choice, 'agree', 'disagree'),
          reason: pick(choice, 'so it is', 'not with us'),
        })),
  },
  {
    activity: 'preference',
    phase: 'tell',
    answers: (_w, choice) => [
      { kind: 'preference', entry: 'talent-apprenticeship', chosen: pick(choice, true, false) },
    ],
  },
  {
    activity: 'commitment',
    phase: 'offer',
    answers: (_w, choice) => [
      {
        kind: 'commitment',
        commitment: pick(choice, 'job_shadow', 'task_force'),
        what: pick(choice, 'Two days', 'Three evenings'),
        measure: '',
        by: null,
        contact: pick(choice, 'one@example.org', 'other@example.org'),
      },
    ],
  },
  {
    activity: 'close',
    phase: 'survey',
    answers: (_w, choice) => [
      {
        kind: 'survey',
        useful: pick(choice, 5, 1),
        heard: pick(choice, 4, 2),
        clear: pick(choice, 4, 1),
        comment: pick(choice, 'thank you', 'too long'),
      },
    ],
  },
];

/** All before it was answered in one way; the question itself, by all firms, in the way that is asked for. */
function askedUpTo(last: Question, choice: Choice): { w: Workshop; people: Actor[] } {
  const w = new Workshop().open();
  const people = Array.from({ length: FIRMS }, (_, index) => w.join(`P${index}`));
  for (const question of questions.slice(0, questions.indexOf(last) + 1)) {
    w.openPhase(question.activity, question.phase);
    for (const [index, person] of people.entries())
      for (const answer of question.answers(w, question === last ? choice : 'one', index))
        w.answer(person, answer);
    if (question === last) break;
    w.close();
    w.reveal();
  }
  return { w, people };
}

/** What the room shares, in one look as the room takes it: the console, which sees more, has it made first. */
function shared({ w }: { w: Workshop }) {
  const live = quiet(w.now);
  const parts = sharedParts(w.state, live.now);
  consoleView(w.state, live, parts);
  return { screen: screenView(w.state, live, parts), phone: phoneView(w.state, live, parts) };
}

test.each(questions)('V5 R7 $activity: $phase shows nothing of the choices before the reveal', (question) => {
  const [one, other] = [askedUpTo(question, 'one'), askedUpTo(question, 'other')];
  for (const step of ['open', 'closed'] as const) {
    if (step === 'closed') for (const { w } of [one, other]) w.close();
    expect(shared(one)).toEqual(shared(other));
    const { content } = shared(one).phone;
    if ('results' in content) expect(content.results).toBeNull();
  }
});

test.each(questions.filter(({ phase }) => phase !== 'nominate'))(
  'R7 $activity: $phase shows a person nothing of what another chose, also afterwards',
  (question) => {
    const { w, people } = askedUpTo(question, 'one');
    const [first, second] = [at(people, 0), at(people, 1)];
    const before = ownView(w.state, second.id);
    for (const answer of question.answers(w, 'other', 0)) w.answer(first, answer);
    expect(ownView(w.state, second.id)).toEqual(before);
    expect(ownView(w.state, first.id)).not.toEqual(ownView(w.state, second.id));
  },
);

test('V5 each activity of the guide that people answer is asked here', () => {
  const { w } = askedUpTo(at(questions, 0), 'one');
  const asked = w.state.setup.guide.flatMap(({ kind }) => kind).filter((kind) => kind !== 'welcome');
  expect([...new Set(questions.map(({ activity }) => activity))]).toEqual(asked);
});
