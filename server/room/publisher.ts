/** Tells each audience what has changed: what comes together is told together, and no more often than an interval. */
import type { Delta, Snapshot } from '../../src/lib/protocol/delivery.ts';
import { Channel } from './channel.ts';
import type { Message } from './channel.ts';
import { packed } from './packing.ts';
import type { Outlet, Viewer } from './ports.ts';

/** At most seventeen messages a second to one audience: what a view costs is paid that often, and a tap is on the projector within 100 ms (B1, B2). */
const INTERVAL_MS = 60;
/** After a quiet while the first waits so long for those who tap with it: 25 answers in one instant are one message, one piece that a bad line can lose. */
const GATHER_MS = 20;

export type ChannelKey = 'console' | 'screen' | 'phone' | `own/${string}`;

/** The view of one audience, as it may be seen. */
export type Look = (key: ChannelKey) => unknown;

export interface PublisherOptions {
  workshop: string;
  epoch: string;
  outlet: Outlet;
  /** A look at the room as it is now: the view of one audience after the other, until the next look. */
  look(): Look;
  /** False while something decided is not yet stored: nothing may be shown then (R1). */
  mayShow(): boolean;
}

export class Publisher {
  readonly #options: PublisherOptions;
  readonly #channels = new Map<ChannelKey, Channel>();
  #timer: NodeJS.Timeout | null = null;
  /** Channels whose view may have changed since they were told last. */
  readonly #stale = new Set<ChannelKey>();

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  enter(key: ChannelKey, viewer: Viewer): void {
    const snapshot = this.#channel(key).enter(() => this.#options.look()(key));
    viewer.enter(this.#name(key));
    viewer.snapshot(snapshot);
  }

  leave(key: ChannelKey, viewer: Viewer): void {
    this.#channel(key).leave();
    viewer.leave(this.#name(key));
  }

  snapshot(key: ChannelKey): Snapshot {
    return this.#channel(key).snapshot();
  }

  /** Something may have changed for these. */
  mark(keys: readonly ChannelKey[] | 'all'): void {
    for (const key of keys === 'all' ? this.#channels.keys() : keys) this.#stale.add(key);
  }

  /**
   * What has changed for the only one who looks on there, to go with an answer. null when nothing has, when others look on as
   * well, and when it is a message for itself: that goes out at once.
   */
  take(key: ChannelKey, view: () => unknown): Delta | null {
    const channel = this.#channels.get(key);
    if (!channel?.isWatchedByOne || !this.#stale.has(key) || !this.#options.mayShow()) return null;
    this.#stale.delete(key);
    const message = channel.next(view());
    if (message?.type === 'delta' && packed('delta', message.delta) === null) return message.delta;
    this.#deliver(key, message);
    return null;
  }

  /** Tells those for whom something may have changed: in a moment, or when the interval since the last time is over. */
  tell(): void {
    if (this.#stale.size > 0) this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#stale.clear();
  }

  #flush(): void {
    this.#timer = null;
    if (this.#stale.size === 0 || !this.#options.mayShow()) return;
    const stale = [...this.#stale];
    this.#stale.clear();
    const look = this.#options.look();
    for (const key of stale) {
      const channel = this.#channels.get(key);
      if (channel?.isWatched) this.#deliver(key, channel.next(look(key)));
    }
    this.#timer = setTimeout(() => this.#flush(), INTERVAL_MS);
  }

  #deliver(key: ChannelKey, message: Message | null): void {
    if (!message) return;
    if (message.type === 'delta') this.#options.outlet.delta(this.#name(key), message.delta);
    else this.#options.outlet.snapshot(this.#name(key), message.snapshot);
  }

  #channel(key: ChannelKey): Channel {
    let channel = this.#channels.get(key);
    if (!channel) {
      const audience = key.startsWith('own/') ? 'own' : 'shared';
      channel = new Channel(audience, this.#options.epoch);
      this.#channels.set(key, channel);
    }
    return channel;
  }

  #name(key: ChannelKey): string {
    return `${this.#options.workshop}/${key}`;
  }
}
