/** The calm clock by which long lists turn their pages; it can be paused (moving content always can). */
import { getContext, setContext } from 'svelte';

const KEY = 'screen-pace';
const PAGE_MS = 12_000;

export class Pace {
  paused = $state(false);
  turn = $state(0);

  /** Turns while something is shown; gives back how to stop. */
  start(): () => void {
    const timer = setInterval(() => {
      if (!this.paused) this.turn += 1;
    }, PAGE_MS);
    return () => clearInterval(timer);
  }
}

export const setPace = (pace: Pace): Pace => setContext(KEY, pace);
export const usePace = (): Pace => getContext<Pace | undefined>(KEY) ?? new Pace();
