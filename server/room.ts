/**
 * One live workshop. Commands come in at one door, one at a time: decide, append, publish. Commands that wait while the
 * store syncs share the next sync; nothing is acknowledged or shown before it is stored (R1).
 */
import { randomBytes } from 'node:crypto';
import type { Ack, Delta, Snapshot } from '../src/lib/protocol/delivery.ts';
import type { WorkshopState } from './workshop/state.ts';
import { Audience } from './room/audience.ts';
import { Ledger } from './room/ledger.ts';
import type { Asker, Request } from './room/ledger.ts';
import type { RoomPorts, Viewer } from './room/ports.ts';
import { refuse } from './room/refuse.ts';

interface Waiting {
  asker: Asker;
  request: Request;
  /** Whose own part the answer may bring. */
  viewer: Viewer | null;
  settle: Settle;
}

/** `own`: what the command changed of its sender's own part. */
type Settle = (ack: Ack, own: Delta | null) => void;

export class Room {
  readonly id: string;
  readonly #ports: RoomPorts;
  readonly #ledger: Ledger;
  readonly #audience: Audience;
  #waiting: Waiting[] = [];
  #readers: (() => void)[] = [];
  #work: Promise<void> | null = null;
  /** Something was taken that is not stored yet. */
  #isAhead = false;
  #isFailing = false;
  #isClosing = false;

  private constructor(id: string, ports: RoomPorts, ledger: Ledger) {
    this.id = id;
    this.#ports = ports;
    this.#ledger = ledger;
    this.#audience = new Audience({
      workshop: id,
      // Another one after each load: numbers of an earlier life of the room are worth nothing.
      epoch: randomBytes(9).toString('base64url'),
      rules: ports.rules,
      outlet: ports.outlet,
      now: () => ports.now(),
      state: () => ledger.state,
      storage: () => (this.#isFailing ? 'failing' : 'ok'),
      mayShow: () => !this.#isAhead,
    });
  }

  /** null when nothing is stored under that id. */
  static async load(id: string, ports: RoomPorts): Promise<Room | null> {
    const ledger = await Ledger.load(id, ports);
    return ledger && new Room(id, ports, ledger);
  }

  /** The answer comes when the command is stored, or refused. */
  ask(asker: Asker, request: Request): Promise<Ack> {
    return new Promise((settle) => this.#enqueue({ asker, request, viewer: null, settle }));
  }

  /** As `ask`, for a device that looks on: it is answered before anything is published, and what is its own comes with the answer. */
  submit(viewer: Viewer, request: Request, settle: Settle): void {
    this.#enqueue({ asker: { hash: viewer.hash }, request, viewer, settle });
  }

  /** Looks at the state when all of it is stored. What is looked at must not be changed, nor kept. */
  read<T>(look: (state: WorkshopState) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#whenStored(() => {
        try {
          resolve(look(this.#ledger.state));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  /** Lets a device look on; false when its token does not open the face it asks for. */
  enter(viewer: Viewer): Promise<boolean> {
    return this.read(() => this.#audience.enter(viewer));
  }

  leave(viewer: Viewer): void {
    this.#whenStored(() => this.#audience.leave(viewer));
  }

  snapshots(viewer: Viewer): Promise<Snapshot[]> {
    return this.read(() => this.#audience.snapshots(viewer));
  }

  /**
   * For erasure (C5): the changed state takes the place of every record of how it came about. Waits for its turn among the
   * commands; a command of before, sent again after it, is a new one.
   */
  async rewrite(change: (state: WorkshopState) => WorkshopState): Promise<void> {
    while (this.#work) await this.#work;
    if (this.#isFailing || this.#isClosing) throw new Error(`Workshop ${this.id} takes no changes now.`);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#work = this.#rewrite(change)
      .then(resolve, reject)
      .then(() => this.#run());
    return promise;
  }

  /** Nobody is in it and nothing is under way. */
  get isIdle(): boolean {
    return this.#audience.isEmpty && this.#work === null && !this.#isFailing && !this.#isClosing;
  }

  /** Takes no more commands, finishes those it has, and leaves a checkpoint. */
  async close(): Promise<void> {
    await this.#finish();
    if (!this.#isFailing) await this.#checkpoint();
  }

  /** Ends for everybody in it; what is stored is the caller's to remove. */
  async discard(farewell: 'discarded' | 'no_seat' = 'discarded'): Promise<void> {
    await this.#finish();
    this.#audience.dismiss(farewell);
    this.#audience.close();
  }

  async #finish(): Promise<void> {
    this.#isClosing = true;
    await this.#work;
    this.#audience.close();
  }

  #enqueue(asked: Waiting): void {
    const settle = this.#telling(asked);
    if (this.#isFailing || this.#isClosing) return settle(refuse('unavailable'), null);
    this.#waiting.push({ ...asked, settle });
    this.#work ??= this.#run();
  }

  async #run(): Promise<void> {
    // Everything that came in the same turn shares one append.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      await this.#batch(this.#waiting.splice(0));
      if (this.#ledger.isCheckpointDue) await this.#checkpoint();
    }
    this.#work = null;
  }

  async #batch(batch: Waiting[]): Promise<void> {
    this.#isAhead = true;
    const acks: Ack[] = [];
    for (const { asker, request } of batch) {
      if (this.#ledger.isSpoilt) break;
      acks.push(this.#ledger.take(asker, request));
    }
    this.#waiting.unshift(...batch.slice(acks.length));
    const answered = batch.slice(0, acks.length);
    try {
      const stored = await this.#ledger.commit();
      if (this.#ledger.isSpoilt) await this.#ledger.reload();
      this.#isAhead = false;
      const isForAll = !this.#audience.happened(stored);
      answered.forEach(({ viewer, settle }, index) => {
        const own = viewer && !isForAll ? this.#audience.news(viewer) : null;
        settle(acks[index] ?? refuse('internal'), own);
      });
      this.#show(isForAll);
    } catch (error) {
      await this.#fail(error, [...answered, ...this.#waiting.splice(0)]);
    }
  }

  async #rewrite(change: (state: WorkshopState) => WorkshopState): Promise<void> {
    const changed = change(structuredClone(this.#ledger.state));
    this.#isAhead = true;
    try {
      await this.#ledger.rewrite(changed);
    } catch (error) {
      await this.#fail(error, this.#waiting.splice(0));
      throw error;
    }
    this.#show(true);
  }

  #show(isForAll: boolean): void {
    this.#isAhead = false;
    for (const reader of this.#readers.splice(0)) reader();
    if (isForAll) this.#audience.changed();
    else this.#audience.tell();
  }

  /** The store did not take it: nobody is told it was, and memory goes back to what is stored (N6). */
  async #fail(error: unknown, unanswered: Waiting[]): Promise<void> {
    this.#isFailing = true;
    this.#ports.log.error({ err: error, workshop: this.id }, 'the store did not take what the room decided');
    for (const { settle } of unanswered) settle(refuse('unavailable'), null);
    try {
      await this.#ledger.reload();
    } catch (cause) {
      return this.#ports.storageFailed(cause, { canBeRead: false });
    }
    this.#show(true);
    this.#ports.storageFailed(error, { canBeRead: true });
  }

  #telling({ request: { id, command }, settle }: Waiting): Settle {
    const startedAt = performance.now();
    return (ack, own) => {
      settle(ack, own);
      const seconds = (performance.now() - startedAt) / 1_000;
      this.#ports.answered({ workshop: this.id, type: command.type, id, ack, seconds });
    };
  }

  #whenStored(reader: () => void): void {
    if (this.#isAhead) this.#readers.push(reader);
    else reader();
  }

  async #checkpoint(): Promise<void> {
    try {
      await this.#ledger.checkpoint();
    } catch (error) {
      this.#ports.log.error(
        { err: error, workshop: this.id },
        'no checkpoint could be written; the journal holds everything',
      );
    }
  }
}
