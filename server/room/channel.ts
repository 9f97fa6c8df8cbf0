/**
 * One audience of one room: the view it was sent last, and that audience's own numbering. One numbering for all would
 * leak through its gaps how busy the others are.
 */
import fastJsonPatch from 'fast-json-patch';
import type { Audience, Delta, Snapshot } from '../../src/lib/protocol/delivery.ts';

/** Below this size, or of so few steps, a patch is not worth comparing with the whole view: what it puts there stands in the view too. */
const SMALL_PATCH = 1_000;
const FEW_STEPS = 8;

export type Message = { type: 'delta'; delta: Delta } | { type: 'snapshot'; snapshot: Snapshot };

export class Channel {
  readonly audience: Audience;
  readonly #epoch: string;
  #seq = 0;
  #view: unknown = null;
  #viewers = 0;
  /** The same object for everybody who gets it, until the next message. */
  #snapshot: Snapshot | null = null;

  constructor(audience: Audience, epoch: string) {
    this.audience = audience;
    this.#epoch = epoch;
  }

  get isWatched(): boolean {
    return this.#viewers > 0;
  }

  get isWatchedByOne(): boolean {
    return this.#viewers === 1;
  }

  /** `build` is asked only for the first viewer: the next ones get what that one was sent. */
  enter(build: () => unknown): Snapshot {
    if (this.#viewers === 0) this.#take(build());
    this.#viewers += 1;
    return this.snapshot();
  }

  leave(): void {
    this.#viewers -= 1;
    if (this.#viewers === 0) this.#view = this.#snapshot = null;
  }

  /** The view as it was sent last, on which the next patch stands. */
  snapshot(): Snapshot {
    this.#snapshot ??= { audience: this.audience, epoch: this.#epoch, seq: this.#seq, view: this.#view };
    return this.#snapshot;
  }

  /** What has changed in `view` since the last message; null when nothing has. */
  next(view: unknown): Message | null {
    const patch = fastJsonPatch.compare(this.#view as object, view as object) as Delta['patch'];
    if (patch.length === 0) return null;
    this.#take(view);
    if (isLarger(patch, view)) return { type: 'snapshot', snapshot: this.snapshot() };
    return { type: 'delta', delta: { audience: this.audience, epoch: this.#epoch, seq: this.#seq, patch } };
  }

  #take(view: unknown): void {
    this.#view = view;
    this.#snapshot = null;
    this.#seq += 1;
  }
}

function isLarger(patch: Delta['patch'], view: unknown): boolean {
  if (patch.length <= FEW_STEPS) return false;
  const size = JSON.stringify(patch).length;
  return size > SMALL_PATCH && size > JSON.stringify(view).length;
}
