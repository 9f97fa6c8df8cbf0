import { expect, test } from 'vitest';
import { standsAgainst } from '../../server/lmi/disagreement.ts';
import { HVAC, adjusting, openingsId } from './revision-fixture.ts';

const openings = (workshop: string, value: string, part: object = {}) =>
  adjusting('figure', HVAC, 'openings_annual', {
    id: `${workshop}/openings`,
    observation: openingsId,
    proposedValue: value,
    workshop,
    ...part,
  });
const never = () => false;

test('a proposal under review that differs from what another workshop said is told, with both words', () => {
  const mine = openings('w-mine', 'too_low', { status: 'proposed' });
  const [line, ...more] = standsAgainst([mine], [openings('w-other', 'too_high')], never);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    adjustment: mine.id,
    says: 'too_low',
    against: [{ workshop: 'w-other', says: 'too_high' }],
  });
});

test('saying the same, having been rejected, and speaking again for the same room are no disagreement', () => {
  const standing = [openings('w-other', 'too_high')];
  const proposed = { status: 'proposed' as const };
  expect(standsAgainst([openings('w-mine', 'too_high', proposed)], standing, never)).toEqual([]);
  expect(standsAgainst([openings('w-mine', 'too_low', { status: 'rejected' })], standing, never)).toEqual([]);
  expect(
    standsAgainst([openings('w-mine', 'too_low', proposed)], standing, (id) => id === 'w-other'),
  ).toEqual([]);
  const unruled = openings('w-other', 'too_high', { status: 'proposed' });
  expect(standsAgainst([openings('w-mine', 'too_low', proposed)], [unruled], never)).toEqual([]);
});

test('ranks and gaps belong to their room: two lists do not disagree', () => {
  const rank = (workshop: string, value: string) =>
    adjusting('critical', HVAC, 'critical_rank', { id: `${workshop}/rank`, workshop, proposedValue: value });
  expect(standsAgainst([rank('w-mine', '1')], [rank('w-other', '3')], never)).toEqual([]);
});
