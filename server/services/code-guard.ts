/**
 * Against guessing join codes (S3). Only wrong codes are counted, for each address; an address that has used up its tries is no
 * longer told whether a code is right. A room's people are not shut out with a guesser behind the same address (R9): where
 * somebody sits in a room already, everybody may come into that one. Kept in memory only.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressBlock } from './address-block.ts';

/** A whole room can mistype; a machine gets no further, neither at once nor in a day. */
const WRONG_CODES = { inTenMinutes: 30, inADay: 120 };
const HOMES_OF_A_ROOM = 500;

export class CodeGuard {
  readonly #limits = [
    new RateLimiterMemory({ points: WRONG_CODES.inTenMinutes, duration: 600 }),
    new RateLimiterMemory({ points: WRONG_CODES.inADay, duration: 86_400 }),
  ];
  readonly #homes = new Map<string, Set<string>>();

  /** Whether somebody at this address may be told if a code is this room's; `room` null for a code that is none. */
  async mayAsk(address: string, room: string | null): Promise<boolean> {
    const block = addressBlock(address);
    if (room !== null && this.#homes.get(room)?.has(block)) return true;
    const counted = await Promise.all(this.#limits.map((limit) => limit.get(block)));
    return counted.every((count, at) => (count?.consumedPoints ?? 0) < (this.#limits[at]?.points ?? 0));
  }

  async failed(address: string): Promise<void> {
    await Promise.all(this.#limits.map((limit) => limit.penalty(addressBlock(address))));
  }

  /** Somebody with a seat in the room is at this address. */
  isHome(room: string, address: string): void {
    const homes = this.#homes.get(room) ?? new Set();
    this.#homes.set(room, homes.add(addressBlock(address)));
    const [oldest] = homes;
    if (homes.size > HOMES_OF_A_ROOM && oldest !== undefined) homes.delete(oldest);
  }
}
