/**
 * What a phone keeps when its page is thrown away: an outbox that stands for IndexedDB. Steps take their time and their
 * turn; one that was begun is finished even when the page has gone, one that was not is never begun.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOutbox } from '../../src/lib/room/outbox.ts';
import type { Outbox } from '../../src/lib/room/outbox.ts';
import type { Stream } from '../../server/rehearsal/stream.ts';

const SLOWEST_MS = 8;

export class Device {
  readonly #kept = memoryOutbox();
  readonly #stream: Stream;
  readonly #ids = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();
  #page = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  /** Ids of what is kept and not acknowledged. */
  get waiting(): ReadonlySet<string> {
    return this.#ids;
  }

  /** The outbox as a new page opens it; the one of the page before is dead. */
  newPage(): Outbox {
    this.#page += 1;
    const page = this.#page;
    const step = <T>(task: () => Promise<T>): Promise<T> =>
      page === this.#page ? this.#inTurn(task) : new Promise<T>(() => undefined);
    return {
      load: (owner) => step(() => this.#kept.load(owner)),
      put: (owner, entry) =>
        step(async () => {
          this.#ids.add(entry.id);
          await this.#kept.put(owner, entry);
        }),
      remove: (owner, entry) =>
        step(async () => {
          this.#ids.delete(entry.id);
          await this.#kept.remove(owner, entry);
        }),
    };
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      await pause(this.#stream.whole(0, SLOWEST_MS));
      return task();
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
