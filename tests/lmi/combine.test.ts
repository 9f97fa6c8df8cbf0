import { expect, test } from 'vitest';
import { combine } from '../../server/lmi/combine.ts';
import type { Dataset, Observation } from '../../server/lmi/dataset.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import { dataset as fixture } from './revision-fixture.ts';

const first = fixture.observations[0]!;
function figure(parts: Partial<Observation>): Observation {
  const made = { ...first, source: 'ep-24', area: 'US', period: '2024', ...parts };
  return { ...made, id: observationId(made) };
}
const source = (id: string, profile?: string) => ({
  ...fixture.sources[0]!,
  id,
  ...(profile ? { profile } : {}),
});

const base: Dataset = {
  ...fixture,
  id: 'base',
  release: 'Projections 2024',
  sources: [source('ep-24', 'bls-projections'), source('oews', 'bls-oews'), source('hand')],
  observations: [
    figure({ measure: 'employment', value: 10 }),
    figure({ measure: 'employment', value: 4, area: 'Colorado' }),
    figure({ measure: 'wage_median_annual', unit: 'usd_per_year', value: 50, source: 'oews' }),
    figure({ measure: 'employment', value: 11, source: 'hand' }),
  ],
};
const read: Dataset = {
  ...fixture,
  id: 'read',
  release: 'Projections 2025',
  sources: [source('ep-25', 'bls-projections')],
  observations: [figure({ measure: 'employment', value: 12, source: 'ep-25', period: '2025' })],
  occupations: [{ ...fixture.occupations[0]!, title: 'Another title', aliases: ['New alias'] }],
  skills: [],
  programs: [],
};
const { dataset: next, added } = combine(base, read);

test('A1 the next release names the one it follows, which is not touched', () => {
  const before = structuredClone(base);
  combine(base, read);
  expect(base).toEqual(before);
  expect(next).toMatchObject({ id: 'read', follows: 'base', title: base.title });
  expect(next.release).toBe('Projections 2024; Projections 2025');
});

test('a file of the same kind takes the place of the earlier one: same area and measure, nothing else', () => {
  expect(next.observations.map(({ source: id, area, value }) => [id, area, value])).toEqual([
    ['ep-24', 'Colorado', 4],
    ['oews', 'US', 50],
    ['hand', 'US', 11],
    ['ep-25', 'US', 12],
  ]);
  expect(added).toMatchObject({ observations: 1, replaced: 1, occupations: 0 });
});

test('sources that something still comes from stay', () => {
  expect(next.sources.map(({ id }) => id)).toEqual(['ep-24', 'oews', 'hand', 'ep-25']);
});

test('an occupation keeps its title and gains names; what the file does not hold stays', () => {
  const [occupation] = next.occupations;
  expect(occupation?.title).toBe(fixture.occupations[0]?.title);
  expect(occupation?.aliases).toContain('New alias');
  expect(next.programs).toEqual(base.programs);
  expect(next.pathways).toEqual(base.pathways);
});

test('adding the same once more changes no figure', () => {
  expect(combine(next, read).dataset.observations).toEqual(next.observations);
});
