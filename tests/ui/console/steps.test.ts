import { describe, expect, test } from 'vitest';
import { stepCommand, suggestedStep, toggleStep } from '../../../src/lib/ui/console/steps.ts';
import { consoleView } from '../../../src/lib/protocol/views/faces.ts';
import type { ContentKind } from '../../../src/lib/protocol/views/content.ts';
import { REVEALED } from '../../fixtures/views/contents.ts';
import { consoleViewAt } from '../../fixtures/views/console-view.ts';

describe('the steps of the console', () => {
  test.each(Object.keys(REVEALED) as ContentKind[])(
    'the view drawn at %s is one the server could send',
    (kind) => {
      for (const status of ['upcoming', 'open', 'closed', 'revealed'] as const)
        expect(consoleView.safeParse(consoleViewAt(kind, status)).error).toBeUndefined();
    },
  );

  test('the step most rooms take comes first: open, close, reveal, next', () => {
    const suggested = (['upcoming', 'open', 'closed', 'revealed'] as const).map((status) =>
      suggestedStep(consoleViewAt('choose', status)),
    );
    expect(suggested).toEqual(['open', 'close', 'reveal', 'next']);
  });

  test('Space opens what is not open, closes what is and reopens what was closed', () => {
    const toggled = (['upcoming', 'open', 'closed'] as const).map((status) =>
      toggleStep(consoleViewAt('choose', status)),
    );
    expect(toggled).toEqual(['open', 'close', 'reopen']);
  });

  test('a step names the phase the facilitator saw, so that two hands move the room once', () => {
    expect(stepCommand(consoleViewAt('choose', 'open'), 'next')).toEqual({
      type: 'guide.next',
      activity: 'critical',
      phase: 'choose',
    });
  });

  test('a step that is not possible now has no command', () => {
    expect(stepCommand(consoleViewAt('choose', 'open'), 'reveal')).toBeNull();
  });

  test('undo takes back what is named on it', () => {
    expect(stepCommand(consoleViewAt('choose', 'open'), 'undo')).toEqual({ type: 'room.undo', undo: 'u-1' });
  });
});
