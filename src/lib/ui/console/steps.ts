/** The facilitator's steps through the guide: what each would do now comes from the server, in a sentence. */
import type { RoomCommand } from '#lib/protocol/commands/index.ts';
import type { ConsoleView } from '#lib/protocol/views/faces.ts';

export type StepName = 'open' | 'close' | 'reveal' | 'reopen' | 'round' | 'back' | 'next';
export type Armable = StepName | 'undo';

/** The step that most rooms take from here; null while nothing is possible. */
export function suggestedStep(view: ConsoleView): StepName | null {
  const { controls } = view;
  const inOrder = ['close', 'open', 'reveal', 'next'] as const;
  return inOrder.find((name) => controls[name] !== null) ?? null;
}

/** What Space does: open what is not open, close what is, and reopen what was closed. */
export function toggleStep(view: ConsoleView): 'open' | 'close' | 'reopen' {
  if (view.controls.close !== null) return 'close';
  return view.controls.open === null && view.controls.reopen !== null ? 'reopen' : 'open';
}

export function effectOf(view: ConsoleView, step: Armable): string | null {
  return step === 'undo' ? (view.controls.undo?.label ?? null) : view.controls[step];
}

/** The command of a step, with what the facilitator sees now: two hands pressing at once move the room once. */
export function stepCommand(view: ConsoleView, step: Armable): RoomCommand | null {
  if (effectOf(view, step) === null) return null;
  if (step === 'undo') return { type: 'room.undo', undo: view.controls.undo?.id ?? '' };
  const { activity, phase } = view.header.current;
  return { type: COMMAND[step], activity, phase };
}

const COMMAND = {
  open: 'phase.open',
  close: 'phase.close',
  reveal: 'phase.reveal',
  reopen: 'phase.reopen',
  round: 'phase.round',
  back: 'guide.back',
  next: 'guide.next',
} as const;
