/** Whether a request can be served as it should be: the server has opened, is not stopping, and the store takes what it is given. */
import type { Store } from '../store/port.ts';

/** Asking more often than this gets the same answer, so that who asks cannot keep the disk busy. */
const ASKED_AGAIN_MS = 5_000;

export class Readiness {
  readonly #store: Pick<Store, 'probe'>;
  readonly #elapsed: () => number;
  #stage: 'starting' | 'open' | 'stopping' = 'starting';
  #hasFailed = false;
  #asked: { at: number; answer: Promise<boolean> } | null = null;

  /** `elapsed` counts milliseconds and never goes back. */
  constructor(store: Pick<Store, 'probe'>, elapsed = () => performance.now()) {
    this.#store = store;
    this.#elapsed = elapsed;
  }

  opened(): void {
    this.#stage = 'open';
  }

  stopping(): void {
    this.#stage = 'stopping';
  }

  /** A workshop could not be stored: it takes nothing more until a new start (N6). */
  storageFailed(): void {
    this.#hasFailed = true;
  }

  /** null when ready; otherwise a sentence for whoever runs the server. */
  async obstacle(): Promise<string | null> {
    if (this.#stage === 'starting') return 'Plumbline is starting.';
    if (this.#stage === 'stopping') return 'Plumbline is stopping.';
    if (this.#hasFailed)
      return 'A workshop could not be stored and takes nothing more. Read the log, mend the disk, and start Plumbline again.';
    if (!(await this.#canStore()))
      return 'The store takes nothing now. Read the log, and make the data folder writable with space in it.';
    return null;
  }

  #canStore(): Promise<boolean> {
    const at = this.#elapsed();
    if (!this.#asked || at - this.#asked.at > ASKED_AGAIN_MS) {
      const answer = this.#store.probe().then(
        () => true,
        () => false,
      );
      this.#asked = { at, answer };
    }
    return this.#asked.answer;
  }
}
