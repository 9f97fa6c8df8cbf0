import { expect, test } from 'vitest';
import { kendallW } from '../../server/lmi/agreement.ts';
import { aggregateEstimate } from '../../server/lmi/withholding.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { quiet, Workshop } from './workshop-of.ts';

const plain = { shares: null, remainder: null };

test('V6 estimates of four firms are withheld, of five shown as a rounded median', () => {
  expect(aggregateEstimate({ values: [10, 20, 30, 40], ...plain })).toHaveProperty('withheld');
  expect(aggregateEstimate({ values: [1010, 1020, 1037, 1040, 9000], ...plain })).toEqual({
    median: 1000,
    firms: 5,
  });
});
test('V6 withheld when one firm is more than a quarter of it, or the other firms could be worked out', () => {
  const values = [1, 2, 3, 4, 5];
  expect(aggregateEstimate({ values, shares: [0.3, 0.2, 0.2, 0.2, 0.1], remainder: null })).toHaveProperty(
    'withheld',
  );
  expect(aggregateEstimate({ values, shares: null, remainder: 4 })).toHaveProperty('withheld');
  expect(aggregateEstimate({ values, shares: null, remainder: 0 })).toHaveProperty('median');
});

test('V6 five people of four firms are four firms: withheld on the screen, with the reason', () => {
  const w = new Workshop().open();
  const room = [0, 1, 2, 3, 4].map((index) => w.join(`P${index}`, index < 2 ? 'Same' : `Firm ${index}`));
  w.openPhase('figures', 'mark');
  for (const [index, actor] of room.entries())
    w.answer(actor, {
      kind: 'figure',
      occupation: w.state.setup.shortlist[0]!,
      measure: 'openings_annual',
      mark: 'too_low',
      estimate: 500 + index,
      reason: null,
    });
  w.close();
  w.reveal();
  const { content } = screenView(w.state, quiet(w.now));
  expect(content).toMatchObject({
    results: {
      figures: [{ firms: 4, estimate: { withheld: expect.stringContaining('fewer than 5') as unknown } }],
    },
  });
  expect(JSON.stringify(content)).not.toContain('502');
});

test("Kendall's W: 1 for the same order, 0 for opposite ones, the published value in between", () => {
  expect(
    kendallW([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]),
  ).toBe(1);
  expect(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toBe(0);
  // Siegel and Castellan (1988), six applicants ranked by three executives: W = 0.16
  expect(
    kendallW([
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 4, 2, 3],
      [6, 3, 2, 5, 4, 1],
    ]),
  ).toBeCloseTo(0.16, 2);
  expect(kendallW([[1, 2]])).toBeNull();
});

test('an estimate that the figure could not be is refused: a level has none, a share ends at 100', () => {
  const w = new Workshop().open();
  const ana = w.join('Ana');
  w.openPhase('figures', 'mark');
  const occupation = w.state.setup.shortlist[0]!;
  const mark = (measure: 'training_typical' | 'share_women' | 'openings_annual', estimate: number | null) =>
    w.refusal(
      ana,
      w.ballot({ kind: 'figure', occupation, measure, mark: 'too_low', estimate, reason: null }),
    );
  expect(mark('training_typical', 1200)).toBe('estimate_unfit');
  expect(mark('training_typical', null)).toBeNull();
  expect(mark('share_women', 101)).toBe('estimate_unfit');
  expect(mark('share_women', 100)).toBeNull();
  expect(mark('openings_annual', 5e8)).toBeNull();
});
