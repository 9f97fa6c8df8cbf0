/** Keys for what is done without looking. A key first names its effect; for a step the room can see, a second press confirms. */
import type { ConsoleView } from '#lib/protocol/views/faces.ts';
import { toggleStep, type Armable } from './steps.ts';

export type KeyAction = { step: Armable } | 'help' | 'note' | 'cancel';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

/** What a key means on the console now; null when it means nothing or belongs to a field. */
export function keyAction(
  view: ConsoleView,
  press: KeyPress,
  focus: { field: boolean; button: boolean },
): KeyAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || focus.field) return null;
  switch (press.key) {
    case ' ':
      return focus.button ? null : { step: toggleStep(view) };
    case 'Enter':
      return focus.button ? null : { step: 'reveal' };
    case 'ArrowRight':
      return { step: 'next' };
    case 'ArrowLeft':
      return { step: 'back' };
    case 'z':
      return { step: 'undo' };
    case 'n':
      return 'note';
    case '?':
      return 'help';
    case 'Escape':
      return 'cancel';
    default:
      return null;
  }
}

const FIELDS =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"], [role="textbox"]';
/** Where Space and Enter press the thing itself. */
const PRESSED =
  'button, a[href], summary, [role="button"], [role="menuitem"], [role="option"], [role="tab"], [role="checkbox"]';
/** Where keys have a meaning of their own: dialogs, menus, the map, a board that is being dragged. */
const OWN_KEYS =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [data-own-keys], .svelte-flow';

export function focusOf(target: EventTarget | null): { field: boolean; button: boolean } {
  if (!(target instanceof Element)) return { field: false, button: false };
  return {
    field: target.closest(`${FIELDS}, ${OWN_KEYS}`) !== null,
    button: target.closest(PRESSED) !== null,
  };
}
