/** The calm clock by which long lists turn their pages; it can be paused (moving content always can). */
import { getContext, setContext } from 'svelte';

const KEY = 'screen-pace';
const PAGE_MS = 12_000;

export class Pace {
  paused = $state(false);
  turn = $state(0);

  #timer: ReturnType<typeof setInterval> | undefined;

  /** Turns while something is shown; gives back how to stop. */
  start(): () => void {
    this.#run();
    return () => {
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  /** A list begins at this turn; its first page stands as long as every other. */
  begin(): number {
    if (this.#timer !== undefined) this.#run();
    return this.turn;
  }

  #run(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (!this.paused) this.turn += 1;
    }, PAGE_MS);
  }
}

export const setPace = (pace: Pace): Pace => setContext(KEY, pace);
export const usePace = (): Pace => getContext<Pace | undefined>(KEY) ?? new Pace();
