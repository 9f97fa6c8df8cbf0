import { describe, expect, test } from 'vitest';
import { keyAction } from '../../../src/lib/ui/console/keys.ts';
import { consoleViewAt } from '../../fixtures/views/console-view.ts';

const view = consoleViewAt('choose', 'open');
const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
const free = { field: false, button: false };
const pressed = (key: string, focus = free, more: Partial<typeof plain> = {}) =>
  keyAction(view, { ...plain, ...more, key }, focus);

describe('the keys of the console', () => {
  test('each key means its step', () => {
    expect([' ', 'Enter', 'ArrowRight', 'ArrowLeft', 'z'].map((key) => pressed(key))).toEqual([
      { step: 'close' },
      { step: 'reveal' },
      { step: 'next' },
      { step: 'back' },
      { step: 'undo' },
    ]);
    expect(pressed('?')).toBe('help');
  });

  test('no key means anything while one types', () => {
    for (const key of [' ', 'Enter', 'ArrowRight', 'z', '?'])
      expect(pressed(key, { field: true, button: false })).toBeNull();
  });

  test('Space and Enter press the button they are on, and nothing else', () => {
    for (const key of [' ', 'Enter']) expect(pressed(key, { field: false, button: true })).toBeNull();
    expect(pressed('ArrowRight', { field: false, button: true })).toEqual({ step: 'next' });
  });

  test('the browser keeps its own shortcuts', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(pressed('z', free, more)).toBeNull();
  });
});
