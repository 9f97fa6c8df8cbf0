/**
 * The browser's side of a room, without a framework: the line, the outbox and the views as they stand. Programs drive the
 * same class in Node.
 */
import type { RoomCommand } from '../protocol/commands/index.ts';
import type { Ack, Delta, Goodbye, Snapshot } from '../protocol/delivery.ts';
import type { Face } from '../protocol/roles.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { HostOwnView, OwnView, SharedView } from '../protocol/views/faces.ts';
import { Connection } from './connection.ts';
import { memoryOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { Replica } from './replica.ts';
import { Sender } from './sender.ts';
import type { Pending } from './sender.ts';

/** A line that brought something so recently has missed nothing. */
const FRESH_MS = 10_000;

interface Moment {
  wall: number;
  counted: number;
}

const moment = (): Moment => ({ wall: Date.now(), counted: performance.now() });

/** Some devices do not count while they sleep, and any clock can be put back: the longer of the two is the truth. */
function since({ wall, counted }: Moment): number {
  return Math.max(Date.now() - wall, performance.now() - counted);
}

export type Status = 'connecting' | 'live' | 'offline';

export interface ViewOf {
  console: { shared: Extract<SharedView, { face: 'console' }>; own: HostOwnView };
  screen: { shared: Extract<SharedView, { face: 'screen' }>; own: null };
  phone: { shared: Extract<SharedView, { face: 'phone' }>; own: OwnView };
}

export interface RoomClientOptions<F extends Face> {
  /** Workshop id or join code. */
  room: string;
  face: F;
  outbox?: Outbox;
  address?: string;
  headers?: Record<string, string>;
  /** Where a command's id comes from: a program that must say the same twice brings its own. */
  newId?: () => string;
}

export class RoomClient<F extends Face = Face> {
  readonly #connection: Connection;
  readonly #sender: Sender;
  readonly #room: string;
  readonly #shared = new Replica();
  readonly #own = new Replica();
  readonly #listeners = new Set<() => void>();
  #status: Status = 'connecting';
  #goodbye: Goodbye | null = null;
  /** The server's clock less this device's count since the page began, which no setting of the device's clock moves. */
  #offsetMs = performance.timeOrigin;
  #lastWord: Moment = { wall: 0, counted: 0 };
  #syncing: Promise<void> | null = null;

  constructor({ room, face, outbox, address, headers, newId }: RoomClientOptions<F>) {
    this.#room = room;
    const handshake = { protocol: PROTOCOL_VERSION, room, face };
    const line = {
      handshake,
      ...(address === undefined ? {} : { address }),
      ...(headers ? { headers } : {}),
    };
    this.#connection = new Connection(line, {
      up: () => void this.#setClock(),
      down: () => this.#down(),
      snapshot: (snapshot) => this.#take([snapshot]),
      delta: (delta) => this.#apply(delta),
      goodbye: (goodbye) => this.#end(goodbye),
    });
    this.#sender = new Sender({
      outbox: outbox ?? memoryOutbox(),
      transmit: (envelope) => this.#connection.command(envelope),
      unanswered: () => this.#connection.renew(),
      changed: () => this.#changed(),
      ...(newId ? { newId } : {}),
    });
  }

  get view(): ViewOf[F]['shared'] | null {
    return this.#shared.view as ViewOf[F]['shared'] | null;
  }

  get own(): ViewOf[F]['own'] | null {
    return this.#own.view as ViewOf[F]['own'] | null;
  }

  get status(): Status {
    return this.#status;
  }

  /** Set when the server has closed this seat's line for good. */
  get goodbye(): Goodbye | null {
    return this.#goodbye;
  }

  /** What is said and not yet seen in the view, oldest first. */
  get pending(): Pending[] {
    return this.#sender.pending;
  }

  /** The server's clock, by which its timers run. */
  now(): number {
    return performance.now() + this.#offsetMs;
  }

  /** The answer comes when the server has stored or refused it, however long the line is down. */
  send(command: RoomCommand): Promise<Ack> {
    return this.#sender.send(command);
  }

  /** Called after every change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The device has woken or changed its network: makes sure of the line, or gets a new one. */
  async wake(): Promise<void> {
    if (!this.#connection.isUp) return this.#connection.hurry();
    const isFresh = since(this.#lastWord) < FRESH_MS;
    if ((await this.#setClock()) === 'silent') this.#connection.renew();
    else if (!isFresh) await this.sync();
  }

  /** Asks for the views whole. */
  sync(): Promise<void> {
    this.#syncing ??= this.#sync().finally(() => (this.#syncing = null));
    return this.#syncing;
  }

  close(): void {
    this.#connection.close();
    this.#listeners.clear();
  }

  async #sync(): Promise<void> {
    const isAnswered = await this.#connection.sync(({ serverNow, snapshots }) => {
      this.#offsetMs = serverNow - performance.now();
      this.#take(snapshots);
    });
    if (!isAnswered && this.#connection.isUp) this.#connection.renew();
  }

  async #setClock(): Promise<'heard' | 'silent'> {
    const askedAt = performance.now();
    const serverNow = await this.#connection.beat();
    if (serverNow === null) return 'silent';
    this.#offsetMs = serverNow - (askedAt + performance.now()) / 2;
    this.#changed();
    return 'heard';
  }

  #take(snapshots: Snapshot[]): void {
    this.#lastWord = moment();
    for (const snapshot of snapshots) this.#replica(snapshot).take(snapshot);
    if (snapshots.some(({ audience }) => audience === 'own')) this.#ownChanged();
    if (this.#shared.view !== null) this.#live();
    this.#changed();
  }

  #apply(delta: Delta): void {
    this.#lastWord = moment();
    const outcome = this.#replica(delta).apply(delta);
    if (outcome === 'gap') return void this.sync();
    if (outcome === 'old') return;
    if (delta.audience === 'own') this.#ownChanged();
    this.#changed();
  }

  #replica({ audience }: { audience: Snapshot['audience'] }): Replica {
    return audience === 'own' ? this.#own : this.#shared;
  }

  #ownChanged(): void {
    this.#sender.shown();
    const own = this.#own.view as OwnView | HostOwnView | null;
    if (own) void this.#sender.belongTo(`${this.#room}/${'participant' in own ? own.participant : own.seat}`);
  }

  #live(): void {
    if (this.#status === 'live' || !this.#connection.isUp) return;
    this.#status = 'live';
    this.#sender.up();
  }

  #down(): void {
    this.#status = 'offline';
    this.#sender.down();
    this.#changed();
  }

  #end(goodbye: Goodbye): void {
    this.#goodbye = goodbye;
    this.#down();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
