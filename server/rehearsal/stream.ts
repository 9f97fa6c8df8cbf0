/** Chance that can be repeated: one stream a purpose, so that who is quicker on the day changes nobody's choice. */
import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const MOST = 0xffff_ffff;

export class Stream {
  readonly #source: RandomGenerator;

  /** The same keys give the same stream. */
  constructor(...keys: (string | number)[]) {
    const seed = createHash('sha256').update(JSON.stringify(keys)).digest().readInt32BE(0);
    this.#source = xoroshiro128plus(seed);
  }

  /** Both ends included. */
  whole(least: number, most: number): number {
    return uniformInt(this.#source, least, most);
  }

  /** 0 to 1. */
  share(): number {
    return this.whole(0, MOST) / MOST;
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  pick<T>(options: readonly T[]): T {
    const picked = options[this.whole(0, Math.max(0, options.length - 1))];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }

  shuffled<T>(options: readonly T[]): T[] {
    const left = [...options];
    return options.map(() => left.splice(this.whole(0, left.length - 1), 1)[0] as T);
  }

  /** So many of them, likelier the heavier they are. */
  weighted<T>(options: readonly T[], many: number, weightOf: (option: T) => number): T[] {
    const keyed = options.map((option) => ({
      option,
      key: -Math.log(this.share() || 1 / MOST) / weightOf(option),
    }));
    return keyed
      .sort((a, b) => a.key - b.key)
      .slice(0, many)
      .map(({ option }) => option);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const words = Array.from({ length: 4 }, () => this.whole(0, MOST).toString(16).padStart(8, '0'));
    const hex = [...words.join('')];
    hex[12] = '4';
    hex[16] = '89ab'[parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
    const text = hex.join('');
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
      '-',
    );
  }
}
