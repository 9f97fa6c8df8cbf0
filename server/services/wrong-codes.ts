/**
 * How long an address has to wait that has tried wrong join codes (S3): nothing for the first ones, then ten minutes, then twice as
 * long each time, and a wait is forgotten only after two months without a wrong code. So the guesses of one address are bounded
 * over years, not over days, and who mistypes now and then never waits long.
 */
export const TRIES = 20;
const FIRST_WAIT_MS = 10 * 60_000;
const FORGET_MS = 60 * 24 * 3_600_000;
/** Who can send from more addresses than this is not held back by any count of them. */
const MOST_ADDRESSES = 100_000;

export interface WrongCodes {
  /** Since the last wait. */
  wrong: number;
  /** How often it has had to wait, as far as that is not forgotten. */
  waits: number;
  until: number;
  /** When the last wrong code came. */
  at: number;
}

export class WrongCodesByAddress {
  /** The one that was wrong last stands last. */
  readonly #kept: Map<string, WrongCodes>;

  constructor(kept: Iterable<[string, WrongCodes]> = []) {
    this.#kept = new Map(kept);
  }

  isWaiting(address: string, now: number): boolean {
    return (this.#kept.get(address)?.until ?? 0) > now;
  }

  /** Whether the address has to wait from now on. */
  failed(address: string, now: number): boolean {
    const { wrong, waits, until } = this.#remembered(address, now);
    const isOver = wrong + 1 >= TRIES;
    const next = isOver
      ? { wrong: 0, waits: waits + 1, until: now + FIRST_WAIT_MS * 2 ** waits, at: now }
      : { wrong: wrong + 1, waits, until, at: now };
    this.#kept.delete(address);
    this.#kept.set(address, next);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_ADDRESSES && oldest !== undefined) this.#kept.delete(oldest);
    return isOver;
  }

  /** Those that have had to wait so often, without what is forgotten by now. */
  waited(atLeast: number, now: number): [string, WrongCodes][] {
    return [...this.#kept.keys()]
      .map((address): [string, WrongCodes] => [address, this.#remembered(address, now)])
      .filter(([, { waits }]) => waits >= atLeast);
  }

  #remembered(address: string, now: number): WrongCodes {
    const kept = this.#kept.get(address) ?? { wrong: 0, waits: 0, until: 0, at: now };
    const forgotten = Math.floor((now - Math.max(kept.at, kept.until)) / FORGET_MS);
    if (forgotten < 1) return kept;
    const waits = Math.max(0, kept.waits - forgotten);
    return { wrong: 0, waits, until: 0, at: Math.max(kept.at, kept.until) + forgotten * FORGET_MS };
  }
}
