import { expect, test } from 'vitest';
import { figureSentence } from '../../server/lmi/diff-figure.ts';
import { NURSE, adjusting, firstRevision } from './revision-fixture.ts';

test('a level of education is said to ask for too much, a number to be too high', () => {
  const { state } = firstRevision();
  const figures = Object.entries(state.occupations[NURSE]?.figures ?? {});
  const [observation, level] = figures.find(([, figure]) => figure.unit === 'category') ?? [];
  if (!observation || !level) throw new Error('the fixture has lost its level');
  level.direction = 'too_high';
  const sentence = figureSentence(
    adjusting('figure', NURSE, level.measure, { observation }),
    'Registered nurses',
    state,
  );
  expect(sentence).toContain('said to ask for too much by');
});
