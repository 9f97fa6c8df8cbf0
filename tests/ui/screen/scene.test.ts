import { describe, expect, test } from 'vitest';
import { sceneOf } from '../../../src/lib/ui/screen/scene.ts';
import { pagesOf, rowsThatFit } from '../../../src/lib/ui/screen/pages.ts';
import { timeLeft } from '../../../src/lib/ui/screen/time-left.ts';
import { screenViewOf } from '../../fixtures/views/screen-view.ts';

describe('one message at a time', () => {
  test('a stopped topic hides everything, also what was in the light', () => {
    const view = { ...screenViewOf('stopped'), spotlit: { text: 'A comment' } };
    expect(sceneOf(view)).toEqual({ name: 'stopped' });
    expect(sceneOf(screenViewOf('reason', 'open', { topicStopped: true }))).toEqual({ name: 'stopped' });
  });

  test('the light on a comment takes the screen; on a step of the map it falls on the map', () => {
    const spotlit = { text: 'EPA Section 608 card' };
    const onStep = { spotlight: { kind: 'step', id: 'epa', label: spotlit.text } as const };
    expect(sceneOf({ ...screenViewOf('reason'), spotlit })).toEqual({ name: 'spotlight', ...spotlit });
    expect(sceneOf({ ...screenViewOf('map', 'open', onStep), spotlit }).name).toBe('question');
  });

  test.each(['draft', 'closed', 'review', 'published'] as const)(
    'at the stage %s there is a calm sentence',
    (stage) => {
      expect(sceneOf(screenViewOf('choose', 'open', { stage })).name).toBe('message');
    },
  );

  test('the lobby shows the ground rules', () => {
    expect(sceneOf(screenViewOf('welcome', 'open', { stage: 'open' }))).toMatchObject({
      name: 'lobby',
      rules: { acknowledged: 12 },
    });
  });
});

describe('long lists', () => {
  test('E3 turn pages instead of shrinking, none of them nearly empty', () => {
    expect(rowsThatFit(560, 28.8, 2.75)).toBe(7);
    expect(pagesOf([1, 2, 3, 4, 5, 6, 7, 8], 7).map((page) => page.length)).toEqual([4, 4]);
    expect(pagesOf([], 7)).toEqual([[]]);
  });

  test('everything is shown until the box is measured', () => {
    expect(rowsThatFit(0, 16, 2)).toBe(Infinity);
    expect(pagesOf([1, 2, 3], Infinity)).toEqual([[1, 2, 3]]);
  });
});

test('the time left is told in calm words', () => {
  const timer = { plannedMs: 600_000, openedAt: 0, spentMs: 0, endsAt: 600_000 };
  expect(timeLeft(timer, 240_000)).toBe('about 6 minutes left');
  expect(timeLeft(timer, 570_000)).toBe('less than a minute left');
  expect(timeLeft(timer, 600_001)).toBe('time to come to an end');
  expect(timeLeft({ ...timer, endsAt: null }, 0)).toBeNull();
});
