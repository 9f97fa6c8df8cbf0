/**
 * Against guessing join codes (S3). Only wrong codes are counted, for each address; an address that has to wait is not told whether a
 * code is right. A room's people are not shut out with a guesser behind the same address (R9): where somebody sits in a room
 * already, everybody may come into that one. Who has guessed on and on is remembered beyond a restart, as a hash.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Log } from '../room/ports.ts';
import type { Store } from '../store/port.ts';
import { addressBlock } from './address-block.ts';
import { WrongCodesByAddress } from './wrong-codes.ts';

const HOMES_OF_A_ROOM = 500;
/** Nobody mistypes sixty times: such addresses are kept. */
const WAITS_TO_KEEP = 3;
const DOCUMENT = 'guessers';

const wrongCodes = z.strictObject({ wrong: z.int(), waits: z.int(), until: z.number(), at: z.number() });
const kept = z.strictObject({
  version: z.literal(1),
  /** So that the hashes here are no list of addresses at a glance. */
  salt: z.string(),
  addresses: z.array(z.tuple([z.string(), wrongCodes])),
});

export interface CodeGuardOptions {
  store: Store;
  log: Log;
  now: () => number;
}

export class CodeGuard {
  readonly #options: CodeGuardOptions;
  readonly #salt: string;
  readonly #wrong: WrongCodesByAddress;
  readonly #homes = new Map<string, Set<string>>();
  #isChanged = false;
  #isSaving = false;

  private constructor(options: CodeGuardOptions, { salt, addresses }: z.infer<typeof kept>) {
    this.#options = options;
    this.#salt = salt;
    this.#wrong = new WrongCodesByAddress(addresses);
  }

  static async open(options: CodeGuardOptions): Promise<CodeGuard> {
    const found = await options.store.read('staff', DOCUMENT, (value) => kept.parse(value));
    const nothing = { version: 1, salt: randomBytes(16).toString('hex'), addresses: [] } as const;
    return new CodeGuard(options, found ?? { ...nothing, addresses: [] });
  }

  /** Whether somebody at this address may be told if a code is this room's; `room` null for a code that is none. */
  mayAsk(address: string, room: string | null): boolean {
    if (room !== null && this.#homes.get(room)?.has(addressBlock(address))) return true;
    return !this.#wrong.isWaiting(this.#keyOf(address), this.#options.now());
  }

  failed(address: string): void {
    if (!this.#wrong.failed(this.#keyOf(address), this.#options.now())) return;
    this.#isChanged = true;
    void this.#save();
  }

  /** Somebody with a seat in the room is at this address. */
  isHome(room: string, address: string): void {
    const homes = this.#homes.get(room) ?? new Set();
    this.#homes.set(room, homes.add(addressBlock(address)));
    const [oldest] = homes;
    if (homes.size > HOMES_OF_A_ROOM && oldest !== undefined) homes.delete(oldest);
  }

  #keyOf(address: string): string {
    return createHash('sha256')
      .update(this.#salt + addressBlock(address))
      .digest('base64url');
  }

  /** One after the other; what changes meanwhile is in the next. */
  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    const { store, log, now } = this.#options;
    while (this.#isChanged) {
      this.#isChanged = false;
      const addresses = this.#wrong.waited(WAITS_TO_KEEP, now());
      if (addresses.length === 0) continue;
      await store
        .write('staff', DOCUMENT, { version: 1, salt: this.#salt, addresses })
        .catch((error: unknown) => log.error({ err: error }, 'who guesses codes could not be kept'));
    }
    this.#isSaving = false;
  }
}
