/**
 * Sends commands one after the other, in the order they were given, until each is acknowledged. Kept in the outbox as soon
 * as they are given, also while there is no line, and erased with the acknowledgement; the server stores an id once, so
 * that sending again is safe (R3).
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

interface Queued extends Omit<OutboxEntry, 'order'> {
  /** Resolves when it is in the outbox; null before it is asked to be. */
  kept: Promise<void> | null;
  tries: number;
  settle: (ack: Ack) => void;
}

export class Sender {
  readonly #options: SenderOptions;
  readonly #queue: Queued[] = [];
  #settling: Pending[] = [];
  #owner: string | null = null;
  /** What this person left on the device is in the queue. */
  #isRead = false;
  #isUp = false;
  /** The server cannot take anything: what is here waits for another line. */
  #isHeld = false;
  #isPumping = false;
  #lastOrder = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get pending(): Pending[] {
    const status = this.#isUp && !this.#isHeld ? 'sending' : 'waiting';
    return [...this.#settling, ...this.#queue.map(({ id, command }) => ({ id, command, status }) as const)];
  }

  /** Whose commands these are; what this person left unsent on this device goes first. */
  async belongTo(owner: string): Promise<void> {
    if (this.#owner === owner) return;
    const isFirst = this.#owner === null;
    this.#owner = owner;
    this.#isRead = false;
    const left = isFirst ? await this.#options.outbox.load(owner).catch(() => []) : [];
    if (this.#owner !== owner) return;
    this.#lastOrder = Math.max(this.#lastOrder, ...left.map(({ order }) => order));
    for (const entry of this.#queue) entry.kept = null;
    this.#queue.unshift(
      ...left.map((entry) => ({ ...entry, kept: Promise.resolve(), tries: 0, settle: () => undefined })),
    );
    this.#isRead = true;
    this.#keepAll();
    this.#options.changed();
    this.#start();
  }

  send(command: RoomCommand): Promise<Ack> {
    const id = (this.#options.newId ?? newId)();
    const answer = new Promise<Ack>((settle) =>
      this.#queue.push({ id, command, kept: null, tries: 0, settle }),
    );
    this.#keepAll();
    this.#options.changed();
    this.#start();
    return answer;
  }

  up(): void {
    this.#isUp = true;
    this.#isHeld = false;
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
      for (let next = this.#queue[0]; next?.kept; next = this.#queue[0]) {
        await next.kept;
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
    if (!ack.ok && (ack.code === 'reload' || ack.code === 'unavailable')) return this.#hold();
    if (!(await this.#isToTryAgain(entry, ack))) await this.#finish(entry, ack);
    return true;
  }

  #hold(): false {
    this.#isHeld = true;
    this.#options.changed();
    return false;
  }

  /** Asked in the order of the queue, which the next page reads back. */
  #keepAll(): void {
    const owner = this.#owner;
    if (owner === null || !this.#isRead) return;
    for (const entry of this.#queue) entry.kept ??= this.#keep(owner, entry);
  }

  /** A full or forbidden database costs the safety of a closed tab, never the answer itself. */
  #keep(owner: string, { id, command }: Queued): Promise<void> {
    this.#lastOrder = Math.max(this.#lastOrder + 1, Date.now() * 1_000);
    const entry = { id, command, order: this.#lastOrder };
    return this.#options.outbox.put(owner, entry).catch(() => undefined);
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
