/** The facilitator's desk: what is armed, what is being sent, what came of it (R1). Every part of the console works through it. */
import { createContext } from 'svelte';
import type { RoomCommand } from '#lib/protocol/commands/index.ts';
import type { Ack } from '#lib/protocol/delivery.ts';
import type { ConsoleView } from '#lib/protocol/views/faces.ts';
import { CONSOLE_WORDS as words } from '#lib/ui/words/console.ts';
import { effectOf, stepCommand, type Armable } from './steps.ts';

export interface FoundOccupation {
  code: string;
  title: string;
  /** The alias that matched, where it was not the title. */
  via: string | null;
}

/** What the console needs of the room; the route gives it. */
export interface DeskPort {
  readonly view: ConsoleView;
  readonly status: 'connecting' | 'live' | 'offline';
  /** Null where the face is only shown, as in the preview before the day. */
  readonly send: ((command: RoomCommand) => Promise<Ack>) | null;
  now(): number;
  search(query: string): Promise<FoundOccupation[]>;
}

export interface StatusLine {
  tone: 'quiet' | 'armed' | 'sending' | 'saved' | 'refused';
  text: string;
}

const QUIET: StatusLine = { tone: 'quiet', text: '' };
/** A second click that was meant for the first label must not press the next one; what was named first is meant. */
const DOUBLE_PRESS_MS = 600;

export class Desk {
  readonly #port: () => DeskPort;
  #armed = $state<{ step: Armable; effect: string } | null>(null);
  #line = $state<StatusLine>(QUIET);
  #steppedAt = -Infinity;
  time = $state(0);

  constructor(port: () => DeskPort) {
    this.#port = port;
  }

  get view(): ConsoleView {
    return this.#port().view;
  }

  get readonly(): boolean {
    return this.#port().send === null;
  }

  /** The workshop is over: nothing of the room can be changed any more. */
  get over(): boolean {
    return !['draft', 'open', 'running'].includes(this.view.header.stage);
  }

  get live(): boolean {
    return this.#port().status === 'live';
  }

  /** The step that a second press would do, as long as the room has not moved under it. */
  get armed(): Armable | null {
    return this.#armed && effectOf(this.view, this.#armed.step) === this.#armed.effect
      ? this.#armed.step
      : null;
  }

  get line(): StatusLine {
    if (this.armed && this.#armed)
      return { tone: 'armed', text: words.steps.armed(this.#armed.step, this.#armed.effect) };
    return this.#line.tone === 'armed' ? QUIET : this.#line;
  }

  tick(): void {
    this.time = this.#port().now();
  }

  search(query: string): Promise<FoundOccupation[]> {
    return this.#port().search(query);
  }

  say(text: string): void {
    this.#line = { tone: 'saved', text };
  }

  /** Names the effect first; the second time, does it. */
  arm(step: Armable): void {
    if (this.armed === step) return this.press(step);
    const effect = effectOf(this.view, step);
    this.#armed = effect === null ? null : { step, effect };
    if (effect === null) this.#line = { tone: 'refused', text: words.steps.notNow[step] };
  }

  disarm(): void {
    this.#armed = null;
  }

  /** Does a step whose effect stands beside its button. */
  press(step: Armable): void {
    const pressedAt = performance.now();
    const command = stepCommand(this.view, step);
    const isDouble = this.armed !== step && pressedAt - this.#steppedAt < DOUBLE_PRESS_MS;
    if (command === null || isDouble) return;
    this.#armed = null;
    void this.ask(command, words.steps.done[step]);
    this.#steppedAt = pressedAt;
  }

  spotlight(target: { kind: 'occupation' | 'entry' | 'step' | 'transition'; id: string } | null): void {
    void this.ask(
      { type: 'spotlight.set', target },
      target ? words.now.spotlightSet : words.now.spotlightCleared,
    );
  }

  /** Sends a command and says what came of it; true when it was stored. */
  async ask(command: RoomCommand, done: string): Promise<boolean> {
    const { send } = this.#port();
    if (send === null) return false;
    // Whatever is asked between two steps shows that the second press was not a slip of the first.
    this.#steppedAt = -Infinity;
    this.#line = { tone: 'sending', text: this.live ? words.saving.sending : words.saving.kept };
    const ack = await send(command);
    if (!ack.ok) this.#line = { tone: 'refused', text: ack.message };
    else this.#line = { tone: 'saved', text: ack.warning ? words.saving.warned[ack.warning] : done };
    return ack.ok;
  }
}

export const [getDesk, setDesk] = createContext<Desk>();
