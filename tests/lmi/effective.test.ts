import { describe, expect, test } from 'vitest';
import { effectiveState } from '../../server/lmi/effective.ts';
import { publishedState } from '../../server/lmi/published-state.ts';
import { HVAC, adjusting, adjustments, dataset, openingsId } from './revision-fixture.ts';

const state = effectiveState(dataset, [], adjustments, 1);

describe('a dataset with its adjustments', () => {
  test('A1 a published figure stays, the adjusted value stands beside it', () => {
    expect(state.occupations[HVAC]?.figures[`${HVAC}|US|employment_change|2024-34|ep`]).toMatchObject({
      published: '-1200.5',
      adjusted: '-950',
      direction: 'too_low',
    });
    expect(state.occupations[HVAC]?.figures[openingsId]).toMatchObject({
      published: '42500',
      adjusted: null,
      direction: 'too_low',
    });
  });

  test('A1 no published value changes, whatever is adjusted', () => {
    const before = publishedState(dataset);
    for (const [code, occupation] of Object.entries(before.occupations)) {
      for (const [id, { published, flag, lowerBound }] of Object.entries(occupation.figures)) {
        expect(state.occupations[code]?.figures[id]).toMatchObject({ published, flag, lowerBound });
      }
    }
    expect(state.pathways[HVAC]?.transitions['2--1']).toMatchObject({ months: 6, adjusted: { months: '9' } });
  });

  test('A2 only what staff accepted or modified counts', () => {
    expect(state.occupations[HVAC]?.gaps).toHaveProperty('known:x');
    expect(state.occupations[HVAC]?.gaps).not.toHaveProperty('turned-down');
    expect(state.pathways[HVAC]?.transitions['2--1']?.validation).toBeNull();
  });

  test('an added step is there before it is validated, in whatever order they come', () => {
    expect(effectiveState(dataset, [], adjustments.toReversed(), 1)).toEqual(state);
    expect(state.pathways[HVAC]?.steps['helper']).toMatchObject({
      presence: 'added',
      validation: 'validated',
    });
    const renamed = adjustments.map((one) => ({
      ...one,
      id: one.measure === 'validation' ? `a-${one.id}` : one.id,
    }));
    const after = effectiveState(dataset, [], renamed, 1);
    expect(after.pathways[HVAC]?.steps['helper']).toMatchObject({
      presence: 'added',
      validation: 'validated',
    });
  });

  test('a removed step stays, marked', () => {
    const gone = adjusting('step', `${HVAC}/2`, 'presence', {
      publishedValue: 'drafted',
      proposedValue: 'removed',
    });
    const after = effectiveState(dataset, [], [gone], 1);
    expect(after.pathways[HVAC]?.steps['2']).toMatchObject({
      label: 'Refrigerant licence',
      presence: 'removed',
    });
  });

  test('a vote on a map that was drafted for the workshop finds its item', () => {
    const draft = { ...dataset.pathways[0]!, occupation: '29-1141', id: 'pathway-29-1141' };
    const voted = adjusting('step', '29-1141/2', 'validation', { proposedValue: 'validated' });
    expect(effectiveState(dataset, [draft], [voted], 1).pathways['29-1141']?.steps['2']?.validation).toBe(
      'validated',
    );
    expect(effectiveState(dataset, [], [voted], 1).pathways['29-1141']).toBeUndefined();
  });
});
