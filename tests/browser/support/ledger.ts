/** What was tapped on the phones, kept by the test itself: the last answer to a question stands (R2). */
export type Kind =
  | 'figure'
  | 'critical'
  | 'tie'
  | 'category'
  | 'reason'
  | 'frequency'
  | 'dayOne'
  | 'validation'
  | 'preference'
  | 'commitment';

interface Said {
  firm: string;
  kind: Kind;
  /** The occupation it is about; empty where it is about none. */
  occupation: string;
  /** The figure, gap, step or entry, as the phone names it. */
  item: string;
  value: string;
}

export class Ledger {
  readonly #said = new Map<string, Said>();

  set(said: Said): void {
    this.#said.set(keyOf(said), said);
  }

  /** The facilitator has made one of two: what was said of the one counts for the other. */
  merge(occupation: string, from: string, into: string): void {
    for (const [key, said] of [...this.#said]) {
      if (said.occupation !== occupation || said.item !== from) continue;
      this.#said.delete(key);
      const kept = { ...said, item: into };
      if (!this.#said.has(keyOf(kept))) this.set(kept);
    }
  }

  /** Everything said of this kind. */
  of(kind: Kind): Said[] {
    return [...this.#said.values()].filter((said) => said.kind === kind);
  }

  /** What each firm said of one thing. */
  values(kind: Kind, occupation: string, item: string): string[] {
    return this.of(kind)
      .filter((said) => said.occupation === occupation && said.item === item)
      .map(({ value }) => value);
  }
}

const keyOf = ({ firm, kind, occupation, item }: Said): string => [firm, kind, occupation, item].join('|');
