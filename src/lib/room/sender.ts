/**
 * Sends commands one after the other, in the order they were given, until each is acknowledged. Kept in the outbox before
 * the first attempt and erased with the acknowledgement; the server stores an id once, so that sending again is safe (R3).
 */
import type { Envelope, RoomCommand } from '../protocol/commands/index.ts';
import type { Ack } from '../protocol/delivery.ts';
import { newId } from './ids.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';

const TOO_FAST_MS = 500;
/** How often a command is offered again to a server that failed on it. */
const RETRIES = 3;
/** How long an acknowledged answer stands in for the view that is on its way. */
const SETTLING_MS = 600;

export interface Pending {
  id: string;
  command: RoomCommand;
  /** `waiting`: not sent yet; `saved`: stored, and the view that shows it is on its way. */
  status: 'waiting' | 'sending' | 'saved';
}

export interface SenderOptions {
  outbox: Outbox;
  /** null when no answer came. */
  transmit(envelope: Envelope): Promise<Ack | null>;
  /** The line is up but answered nothing. */
  unanswered(): void;
  changed(): void;
  newId?: () => string;
}

interface Queued extends OutboxEntry {
  isKept: boolean;
  tries: number;
  settle: (ack: Ack) => void;
}

export class Sender {
  readonly #options: SenderOptions;
  readonly #queue: Queued[] = [];
  #settling: Pending[] = [];
  #owner: string | null = null;
  #isUp = false;
  #isPumping = false;
  #lastOrder = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get pending(): Pending[] {
    const status = this.#isUp ? 'sending' : 'waiting';
    return [...this.#settling, ...this.#queue.map(({ id, command }) => ({ id, command, status }) as const)];
  }

  /** Whose commands these are; what this person left unsent on this device goes first. */
  async belongTo(owner: string): Promise<void> {
    if (this.#owner === owner) return;
    const isFirst = this.#owner === null;
    this.#owner = owner;
    for (const entry of this.#queue) entry.isKept = false;
    const left = isFirst ? await this.#options.outbox.load(owner) : [];
    this.#queue.unshift(
      ...left.map((entry) => ({ ...entry, isKept: true, tries: 0, settle: () => undefined })),
    );
    this.#options.changed();
    this.#start();
  }

  send(command: RoomCommand): Promise<Ack> {
    this.#lastOrder = Math.max(this.#lastOrder + 1, Date.now() * 1_000);
    const id = (this.#options.newId ?? newId)();
    const entry = { id, command, order: this.#lastOrder, isKept: false, tries: 0 };
    const answer = new Promise<Ack>((settle) => this.#queue.push({ ...entry, settle }));
    this.#options.changed();
    this.#start();
    return answer;
  }

  up(): void {
    this.#isUp = true;
    this.#options.changed();
    this.#start();
  }

  down(): void {
    this.#isUp = false;
    this.#options.changed();
  }

  /** A new view has come: it shows what was acknowledged before it. */
  shown(): void {
    this.#settling = [];
  }

  #start(): void {
    if (!this.#isPumping) void this.#pump();
  }

  async #pump(): Promise<void> {
    this.#isPumping = true;
    try {
      for (let next = this.#queue[0]; next && this.#owner !== null; next = this.#queue[0]) {
        await this.#keep(this.#owner, next);
        if (!this.#isUp || !(await this.#transmit(next))) return;
      }
    } finally {
      this.#isPumping = false;
    }
  }

  /** False when there is nothing to do but wait for a new line, or a new page. */
  async #transmit(entry: Queued): Promise<boolean> {
    const { id, command } = entry;
    const ack = await this.#options.transmit({ id, command });
    if (ack === null) {
      if (this.#isUp) this.#options.unanswered();
      return false;
    }
    if (!ack.ok && ack.code === 'reload') return false;
    if (!(await this.#isToTryAgain(entry, ack))) await this.#finish(entry, ack);
    return true;
  }

  async #keep(owner: string, entry: Queued): Promise<void> {
    if (entry.isKept) return;
    entry.isKept = true;
    const { id, command, order } = entry;
    // A full or forbidden database costs the safety of a closed tab, never the answer itself.
    await this.#options.outbox.put(owner, { id, command, order }).catch(() => undefined);
  }

  async #isToTryAgain(entry: Queued, ack: Ack): Promise<boolean> {
    if (ack.ok) return false;
    if (ack.code === 'too_fast') {
      await pause(TOO_FAST_MS);
      return true;
    }
    if (ack.code !== 'internal' || entry.tries >= RETRIES) return false;
    entry.tries += 1;
    await pause(1_000 * entry.tries);
    return true;
  }

  async #finish(entry: Queued, ack: Ack): Promise<void> {
    this.#queue.splice(this.#queue.indexOf(entry), 1);
    if (ack.ok) this.#settle({ id: entry.id, command: entry.command, status: 'saved' });
    if (this.#owner !== null) await this.#options.outbox.remove(this.#owner, entry).catch(() => undefined);
    entry.settle(ack);
    this.#options.changed();
  }

  #settle(saved: Pending): void {
    this.#settling.push(saved);
    setTimeout(() => {
      this.#settling = this.#settling.filter((each) => each !== saved);
      this.#options.changed();
    }, SETTLING_MS);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
