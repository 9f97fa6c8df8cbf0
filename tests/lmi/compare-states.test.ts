import { describe, expect, test } from 'vitest';
import { compareStates } from '../../server/lmi/compare-states.ts';
import { effectiveState } from '../../server/lmi/effective.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import { HVAC, adjusting, adjustments, dataset } from './revision-fixture.ts';

const before = effectiveState(dataset, [], [], 0);
const after = effectiveState(dataset, [], adjustments, 1);
const texts = (changes: ReturnType<typeof compareStates>) =>
  changes.map(({ title, text }) => `${title}: ${text}`);

describe('A3 the difference between any two revisions', () => {
  test('the same has none', () => {
    expect(compareStates(after, after)).toEqual([]);
  });

  test('published and said are told apart, with lists, gaps, pathway and preferences', () => {
    expect(texts(compareStates(before, after))).toEqual([
      'HVAC mechanics: Openings a year (US), as employers see it: nothing said -> too low',
      'HVAC mechanics: Projected change (US), as employers see it: nothing said -> -950',
      'HVAC mechanics: not critical -> critical, rank 1',
      'HVAC mechanics: category: no category -> Keeps buildings running',
      'HVAC mechanics: entrants lack “Reading drawings”: not named -> rank 1 (14 firms)',
      'HVAC mechanics: step “Helper”: not on the map -> added, Helper, validated',
      'HVAC mechanics: transition “Refrigerant licence” to “HVAC mechanic”: drafted, entry, 6 months -> drafted, entry, 6 months, months 9',
      'Heating: not preferred -> preferred by 9 firms',
    ]);
  });

  test('of different releases, a figure is the same measure of the same area, with its period', () => {
    const next = {
      ...dataset,
      id: 'dataset-next',
      observations: dataset.observations
        .filter(({ measure }) => measure !== 'education_typical')
        .map((figure) => {
          const value = figure.measure === 'openings_annual' ? 60_000 : figure.value;
          const moved = { ...figure, value, period: '2025-35', source: 'ep-next' };
          return { ...moved, id: observationId(moved) };
        }),
    };
    const there = effectiveState(
      next,
      [],
      [adjusting('category', HVAC, 'category', { proposedValue: 'Air' })],
      2,
    );
    const told = texts(compareStates(before, there));
    expect(told).toContain(
      'HVAC mechanics: Openings a year (US), published: 42,500 a year (2024-34) -> 60,000 a year (2025-35)',
    );
    expect(told).toContain(
      "Registered nurses: Typical entry education (US), published: Bachelor's degree (2024-34) -> no figure",
    );
  });
});
