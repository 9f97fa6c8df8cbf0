/** Who looks on, and what each of them may see (R7). Who is connected is known only here, and stored nowhere. */
import type { Delta, Goodbye, Snapshot } from '../../src/lib/protocol/delivery.ts';
import { holderOf } from '../seats.ts';
import type { Holder } from '../seats.ts';
import type { WorkshopEvent } from '../workshop/events.ts';
import type { WorkshopState } from '../workshop/state.ts';
import type { Live } from '../workshop/views/live.ts';
import { farewell } from './farewell.ts';
import type { Outlet, Rules, Viewer } from './ports.ts';
import { Publisher } from './publisher.ts';
import type { ChannelKey, Look } from './publisher.ts';

const SHARED: readonly ChannelKey[] = ['console', 'screen', 'phone'];
/** Who is connected, only a console sees. */
const PRESENCE: readonly ChannelKey[] = ['console'];

export interface AudienceOptions {
  workshop: string;
  epoch: string;
  rules: Rules;
  outlet: Outlet;
  now: () => number;
  state(): WorkshopState;
  storage(): Live['storage'];
  mayShow(): boolean;
}

export class Audience {
  readonly #options: AudienceOptions;
  readonly #publisher: Publisher;
  readonly #viewers = new Map<Viewer, { holder: Holder; channels: ChannelKey[] }>();

  constructor(options: AudienceOptions) {
    this.#options = options;
    const { workshop, epoch, outlet } = options;
    const look = (): Look => this.#look();
    this.#publisher = new Publisher({ workshop, epoch, outlet, look, mayShow: () => options.mayShow() });
  }

  /** False when the device's token does not open the face it asks for. */
  enter(viewer: Viewer): boolean {
    const holder = holderOf(this.#options.state(), viewer.hash);
    if (holder?.face !== viewer.face) return false;
    const channels = channelsOf(holder);
    this.#viewers.set(viewer, { holder, channels });
    for (const key of channels) this.#publisher.enter(key, viewer);
    this.#request(PRESENCE);
    return true;
  }

  leave(viewer: Viewer): void {
    const seen = this.#viewers.get(viewer);
    if (!seen) return;
    this.#viewers.delete(viewer);
    for (const key of seen.channels) this.#publisher.leave(key, viewer);
    this.#request(PRESENCE);
  }

  snapshots(viewer: Viewer): Snapshot[] {
    return this.#viewers.get(viewer)?.channels.map((key) => this.#publisher.snapshot(key)) ?? [];
  }

  /** The room has changed: everybody gets what they may see of it, and whoever lost the seat goes. */
  changed(): void {
    for (const viewer of [...this.#viewers.keys()]) this.#reseat(viewer);
    this.#request('all');
  }

  /** This has been stored: who can see something of it gets it with `news` or `tell`. False when that may be everybody: `changed`. */
  happened(events: readonly WorkshopEvent[]): boolean {
    const touched = events.map((event) => this.#options.rules.touchedBy(event));
    if (touched.some(({ own }) => own === null)) return false;
    this.#publisher.mark([
      ...(touched.some(({ shared }) => shared) ? SHARED : []),
      ...touched.map(({ own }): ChannelKey => `own/${own}`),
    ]);
    return true;
  }

  /** What has changed of this viewer's own part, to go with an answer. */
  news(viewer: Viewer): Delta | null {
    const id = this.#viewers.get(viewer)?.holder.id;
    return id === undefined ? null : this.#publisher.take(`own/${id}`, () => this.#ownView(id));
  }

  tell(): void {
    this.#publisher.tell();
  }

  dismiss(code: Goodbye['code']): void {
    for (const viewer of [...this.#viewers.keys()]) {
      this.leave(viewer);
      viewer.goodbye(farewell(code));
    }
  }

  get isEmpty(): boolean {
    return this.#viewers.size === 0;
  }

  close(): void {
    this.#publisher.stop();
  }

  #reseat(viewer: Viewer): void {
    const seen = this.#viewers.get(viewer);
    const holder = holderOf(this.#options.state(), viewer.hash);
    if (!seen || holder?.id === seen.holder.id) return;
    this.leave(viewer);
    if (!this.enter(viewer)) viewer.goodbye(farewell('seat_revoked'));
  }

  #look(): Look {
    const { rules } = this.#options;
    const state = this.#options.state();
    const live = this.#live();
    const shared = rules.sharedParts(state, live.now);
    return (key) => {
      if (key === 'console') return rules.consoleView(state, live, shared);
      if (key === 'screen') return rules.screenView(state, live, shared);
      if (key === 'phone') return rules.phoneView(state, live, shared);
      return this.#ownView(key.slice('own/'.length));
    };
  }

  #ownView(id: string): unknown {
    const { rules } = this.#options;
    const state = this.#options.state();
    return state.participants[id] ? rules.ownView(state, id) : rules.hostOwnView(state, id);
  }

  #request(keys: readonly ChannelKey[] | 'all'): void {
    this.#publisher.mark(keys);
    this.#publisher.tell();
  }

  #live(): Live {
    const holders = [...this.#viewers.values()].map(({ holder }) => holder);
    const participants = holders.filter(({ kind }) => kind === 'participant');
    const seats = holders.filter(({ kind }) => kind !== 'participant');
    return {
      connectedParticipants: new Set(participants.map(({ id }) => id)),
      connectedSeats: new Set(seats.map(({ id }) => id)),
      storage: this.#options.storage(),
      now: this.#options.now(),
    };
  }
}

function channelsOf(holder: Holder): ChannelKey[] {
  return holder.face === 'screen' ? ['screen'] : [holder.face, `own/${holder.id}`];
}
