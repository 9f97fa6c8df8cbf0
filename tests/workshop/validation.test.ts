import { expect, test } from 'vitest';
import fc from 'fast-check';
import { consensus } from '../../server/lmi/consensus.ts';
import { askedItems, standing, validationItems } from '../../server/workshop/tally/validation.ts';
import { currentRound } from '../../server/workshop/phases.ts';
import type { Opinion } from '../../src/lib/protocol/answers.ts';
import { HOST, Workshop } from './workshop-of.ts';

const RULE = { threshold: 0.75, dissent: 0.15, opinion: 0.5 };
const of = (agree: number, disagree: number, cannotSay = 0) => ({ agree, disagree, cannotSay });

test('V2 75 % agreement is validated, 74 % is contested', () => {
  expect(consensus(of(75, 25), 100, RULE).verdict).toBe('validated');
  expect(consensus(of(74, 26), 100, RULE).verdict).toBe('contested');
});
test('V2 dissent is recorded from 15 % disagreement', () => {
  expect(consensus(of(85, 15), 100, RULE).dissent).toBe(true);
  expect(consensus(of(86, 14), 100, RULE).dissent).toBe(false);
});
test('V2 undecided when fewer than half of the firms present have an opinion, whatever they say', () => {
  expect(consensus(of(9, 0, 11), 20, RULE).verdict).toBe('undecided');
  expect(consensus(of(10, 0, 10), 20, RULE).verdict).toBe('validated');
  expect(consensus(of(0, 0, 3), 3, RULE)).toEqual({ verdict: 'undecided', share: null, dissent: false });
});
test('V2 one more agreeing firm never makes a verdict worse', () => {
  const rank = { undecided: 0, contested: 1, validated: 2 };
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (agree, disagree, silent) => {
      const present = agree + disagree + silent + 1;
      const before = rank[consensus(of(agree, disagree, silent + 1), present, RULE).verdict];
      const after = rank[consensus(of(agree + 1, disagree, silent), present, RULE).verdict];
      expect(after).toBeGreaterThanOrEqual(Math.min(before, 1));
    }),
  );
});

function votingRoom(opinions: Opinion[]) {
  const w = new Workshop().open();
  const room = opinions.map((_, index) => w.join(`P${index}`));
  w.openPhase('validation', 'vote');
  const items = validationItems(w.state);
  const vote = (index: number, item: (typeof items)[number], opinion: Opinion) =>
    w.answer(room[index]!, {
      kind: 'validation',
      pathway: item.pathway,
      of: item.of,
      target: item.target,
      opinion,
      reason: null,
    });
  return { w, room, items, vote };
}

test('V1 the rule is fixed when the question opens and travels with the result', () => {
  const { w } = votingRoom(['agree']);
  expect(currentRound(w.state).rule).toEqual(w.state.setup.rule);
  w.state.setup.rule = { ...w.state.setup.rule, threshold: 0.9 };
  w.close();
  w.do(HOST, { type: 'phase.reopen', ...w.state.current });
  expect(currentRound(w.state).rule?.threshold).toBe(0.75);
});

test('V2 the next round asks what is not validated, and earlier rounds are kept', () => {
  const opinions: Opinion[] = ['agree', 'agree', 'agree', 'disagree', 'disagree'];
  const { w, items, vote } = votingRoom(opinions);
  const [good, contested] = items;
  opinions.forEach((opinion, index) => {
    vote(index, good!, 'agree');
    vote(index, contested!, opinion);
  });
  w.close();
  w.reveal();
  expect(standing(w.state, false).get(contested!.question)?.verdict).toBe('contested');
  w.do(HOST, { type: 'phase.round', ...w.state.current });
  const asked = askedItems(w.state, currentRound(w.state));
  expect(asked[0]?.question).toBeDefined();
  expect(asked.map((item) => item.question)).toContain(contested!.question);
  expect(asked.map((item) => item.question)).not.toContain(good!.question);
  expect(
    w.refusal(
      { role: 'employer', id: 'p-P0' },
      w.ballot({
        kind: 'validation',
        pathway: good!.pathway,
        of: good!.of,
        target: good!.target,
        opinion: 'agree',
        reason: null,
      }),
    ),
  ).toBe('unknown_option');
  opinions.forEach((_, index) => vote(index, contested!, 'agree'));
  w.close();
  w.reveal();
  expect(standing(w.state, false).get(contested!.question)).toMatchObject({ verdict: 'validated', round: 2 });
  expect(standing(w.state, false).get(good!.question)).toMatchObject({ verdict: 'validated', round: 1 });
  expect(w.state.phases['validation:vote']?.rounds).toHaveLength(2);
});

test('R10 a ballot for an earlier round is refused, not counted in the new one', () => {
  const { w, room, items } = votingRoom(['agree']);
  const late = w.ballot({
    kind: 'validation',
    pathway: items[0]!.pathway,
    of: items[0]!.of,
    target: items[0]!.target,
    opinion: 'agree',
    reason: null,
  });
  w.close();
  expect(w.refusal(room[0]!, late)).toBe('not_open');
  w.do(HOST, { type: 'phase.round', ...w.state.current });
  expect(w.refusal(room[0]!, late)).toBe('moved_on');
});
