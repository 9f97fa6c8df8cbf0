/** How often one seat may ask: a person never comes near. Nothing is counted per address (R9). */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Twenty a second, sixty in one burst. */
const PER_SEAT = { points: 60, duration: 3 };

export class SeatPace {
  readonly #limiter = new RateLimiterMemory(PER_SEAT);

  /** Counts one more; milliseconds until this seat may ask again, null when it may now. */
  async tooFast(hash: string): Promise<number | null> {
    try {
      await this.#limiter.consume(hash);
      return null;
    } catch (limit) {
      if (limit instanceof RateLimiterRes) return limit.msBeforeNext;
      throw limit;
    }
  }
}
