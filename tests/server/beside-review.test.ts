/** In review, what another workshop said otherwise is told: by its title, and not where the same room speaks again. */
import { expect, test } from 'vitest';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import { besideReview } from '../../server/services/beside-review.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { HVAC, adjusting, openingsId, revisionInput } from '../lmi/revision-fixture.ts';

const said = (workshop: string, value: string, status: 'accepted' | 'proposed') =>
  adjusting('figure', HVAC, 'openings_annual', {
    id: `${workshop}/openings`,
    observation: openingsId,
    workshop,
    proposedValue: value,
    status,
  });
const latest = buildRevision(
  revisionInput({ id: 'r-latest', adjustments: [said('w-test', 'too_low', 'accepted')] }),
);

/** Of a workshop, what is looked at. */
function inReview(id: string, room: { sector: string; region: string }): WorkshopState {
  const mine = said(id, 'too_high', 'proposed');
  const state = { id, setup: { title: 'Care 2026', ...room }, adjustments: { [mine.id]: mine } };
  return state as unknown as WorkshopState;
}

test('another room says otherwise: both words stand side by side, the other by its title', () => {
  expect(besideReview(inReview('w-2', { sector: 'Care', region: 'Plains' }), latest)).toMatchObject([
    { says: 'too_high', against: [{ workshop: latest.workshop?.title, says: 'too_low' }] },
  ]);
});

test('the same room again replaces what it said, and a revision does not disagree with its own workshop', () => {
  const { sector, region } = revisionInput().workshop;
  expect(besideReview(inReview('w-2', { sector, region }), latest)).toEqual([]);
  expect(besideReview(inReview('w-test', { sector: 'Care', region: 'Plains' }), latest)).toEqual([]);
});
