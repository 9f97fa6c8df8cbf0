/** One of the clients: a seat, a line of its own, a device that outlives its page, and the page as it stands. */
import { setTimeout as pause } from 'node:timers/promises';
import { RoomClient } from '../../src/lib/room/client.ts';
import { Stream } from '../../server/rehearsal/stream.ts';
import { Device } from './device.ts';
import type { Fault } from './faults.ts';
import { Link } from './link.ts';
import type { Move } from './schedule.ts';
import type { Seat } from './serve.ts';

const LOOK_MS = 10;

export class Person {
  readonly seat: Seat;
  readonly link: Link;
  /** What was given to `send`, in this order. */
  readonly said: Move[] = [];
  readonly counts = { cut: 0, hole: 0, lostAck: 0, reload: 0 };
  /** When the views became what they are now. */
  changedAt = 0;
  readonly #room: string;
  readonly #device: Device;
  #client: RoomClient;
  /** Between two pages there is nothing to tap. */
  #isAway = false;
  #nextId = '';

  private constructor(seat: Seat, room: string, link: Link, device: Device) {
    this.seat = seat;
    this.link = link;
    this.#room = room;
    this.#device = device;
    this.#client = this.#open();
  }

  static async sit(seat: Seat, room: string, port: number, ...keys: (string | number)[]): Promise<Person> {
    return new Person(seat, room, await Link.to(port), new Device(new Stream(...keys)));
  }

  get client(): RoomClient {
    return this.#client;
  }

  /** Nothing to tap before the page shows the room. */
  get isShown(): boolean {
    if (this.#isAway || this.#client.view === null) return false;
    return this.seat.face === 'screen' || this.#client.own !== null;
  }

  /** Nothing is on its way, nor kept to be sent. */
  get isQuiet(): boolean {
    const under = this.#client.pending.filter(({ status }) => status !== 'saved');
    return this.isShown && under.length === 0 && this.#device.waiting.size === 0;
  }

  /** Says it as soon as the page shows the room, and waits for no answer. */
  async say(move: Move): Promise<void> {
    while (!this.isShown) await pause(LOOK_MS);
    this.said.push(move);
    this.#nextId = move.id;
    void this.#client.send(move.command);
  }

  async speak(moves: readonly Move[], startedAt: number): Promise<void> {
    for (const move of moves) {
      await pause(Math.max(0, startedAt + move.atMs - performance.now()));
      await this.say(move);
    }
  }

  async suffer(faults: readonly Fault[], startedAt: number): Promise<void> {
    for (const fault of faults) {
      await pause(Math.max(0, startedAt + fault.atMs - performance.now()));
      this.counts[fault.kind] += 1;
      await this.#suffer(fault);
    }
  }

  async close(): Promise<void> {
    this.#client.close();
    await this.link.close();
  }

  async #suffer({ kind, ms }: Fault): Promise<void> {
    if (kind === 'lostAck') return this.link.loseNextAck();
    if (kind === 'reload') {
      this.#isAway = true;
      this.#client.close();
      const outbox = this.#device.newPage();
      await pause(ms);
      this.link.record.newPage();
      this.#client = this.#open(outbox);
      this.#isAway = false;
      return;
    }
    if (kind === 'cut') this.link.cut();
    else this.link.blacken();
    await pause(ms);
    this.link.mend();
  }

  #open(outbox = this.#device.newPage()): RoomClient {
    const { face, cookie } = this.seat;
    const { address } = this.link;
    const headers = { cookie, origin: address };
    const newId = (): string => this.#nextId;
    const client = new RoomClient({ room: this.#room, face, address, headers, outbox, newId });
    let shown = [client.view, client.own] as const;
    client.subscribe(() => {
      if (shown[0] === client.view && shown[1] === client.own) return;
      shown = [client.view, client.own];
      this.changedAt = performance.now();
    });
    return client;
  }
}
