/** What one employer thinks: near what the room thinks of a question, with chance of its own. */
import type { Person } from './cast.ts';
import { Stream } from './stream.ts';

export class Mind {
  readonly person: Person;
  /** This employer's chance in this phase and round, and nobody else's. */
  readonly chance: Stream;
  readonly #seed: number;

  constructor(seed: number, person: Person, ...occasion: (string | number)[]) {
    this.#seed = seed;
    this.person = person;
    this.chance = new Stream(seed, 'employer', person.number, ...occasion);
  }

  /** 0 to 1: the same for everybody in the room who is asked this. */
  roomLeans(question: string): number {
    return new Stream(this.#seed, 'room', question).share();
  }

  /** What the room would say, for most; now and then another. */
  incline<T>(question: string, options: readonly T[], follow = 0.65): T {
    const common = new Stream(this.#seed, 'room', question).pick(options);
    return this.chance.chance(follow) ? common : this.chance.pick(options);
  }
}

/** What a view offers, in an order that does not depend on who was quicker. */
export function byId<T extends { id: string }>(offered: readonly T[]): T[] {
  return [...offered].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
