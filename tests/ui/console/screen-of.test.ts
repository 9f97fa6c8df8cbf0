import { describe, expect, test } from 'vitest';
import { screenOf } from '../../../src/lib/ui/console/screen-of.ts';
import { screenView } from '../../../src/lib/protocol/views/faces.ts';
import type { ContentKind } from '../../../src/lib/protocol/views/content.ts';
import { REVEALED } from '../../fixtures/views/contents.ts';
import { consoleViewAt } from '../../fixtures/views/console-view.ts';

describe('the miniature of what the room sees', () => {
  test.each(Object.keys(REVEALED) as ContentKind[])('V5 %s shows no results before the reveal', (kind) => {
    const screen = screenOf(consoleViewAt(kind, 'closed'));
    expect(screenView.safeParse(screen).error).toBeUndefined();
    expect('results' in screen.content ? screen.content.results : null).toBeNull();
  });

  test('results are there once they are revealed', () => {
    expect(screenOf(consoleViewAt('choose', 'revealed')).content).toEqual(REVEALED.choose);
  });

  test('a stopped topic leaves nothing on it', () => {
    const view = consoleViewAt('choose', 'revealed');
    const screen = screenOf({ ...view, header: { ...view.header, topicStopped: true } });
    expect(screen).toMatchObject({ content: { kind: 'stopped' }, dots: [] });
  });

  test('a firm has one dot, filled when one of its people has finished', () => {
    const view = consoleViewAt('choose', 'open');
    const [first, second] = view.people;
    if (!first || !second) throw new Error('The fixture has nobody in it.');
    const people = [first, second].map((person, index) => ({
      ...person,
      firm: 'f-0',
      connected: true,
      finished: index === 1,
    }));
    expect(screenOf({ ...view, people }).dots).toEqual([true]);
  });
});
