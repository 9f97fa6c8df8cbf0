/** One workshop of a soak from opening to close: people come, answer, reload, leave for good or come back, all in seeded times. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import type { Person } from '../../server/rehearsal/cast.ts';
import { Stream } from '../../server/rehearsal/stream.ts';
import { hostSays, phoneSays } from '../chaos/sayings.ts';
import type { Asked } from '../chaos/sayings.ts';
import type { Opened } from './serve.ts';
import type { Server } from './server.ts';

export interface LifeOptions {
  server: Server;
  seed: number;
  room: number;
  people: number;
  lifeMs: number;
  /** Between two things one person does, on average. */
  paceMs: number;
  isOver: AbortSignal;
}

export interface Tally {
  acked: number;
  refused: number;
  reloads: number;
  left: number;
}

const ASKED: Asked = { activity: 'figures', phase: 'mark', round: 1 };
/** Longer than any pause of a machine that others use too. */
const COMMAND_MS = 180_000;

export class RoomLife {
  readonly tally: Tally = { acked: 0, refused: 0, reloads: 0, left: 0 };
  readonly #options: LifeOptions;
  #opened: Opened = { workshop: '', code: '', host: '' };
  #endsAt = 0;

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  async live(): Promise<void> {
    const { server, seed, room, people, lifeMs } = this.#options;
    this.#opened = await server.order({ type: 'open' });
    this.#endsAt = performance.now() + lifeMs;
    const host = this.#client('console', this.#opened.host);
    const { activity, phase } = ASKED;
    await this.#say(host, { type: 'guide.go', activity, phase });
    await this.#say(host, { type: 'phase.open', activity, phase });
    const cast = castOf(seed + room, people);
    await Promise.all([this.#lead(host), ...cast.map((person) => this.#takePart(person))]);
    host.close();
    const refused = await server.order({ type: 'close', workshop: this.#opened.workshop });
    if (refused !== '') throw new Error(refused);
  }

  async #lead(host: RoomClient): Promise<void> {
    const stream = this.#stream('lead');
    while (await this.#goesOn(stream)) await this.#say(host, hostSays(stream, ASKED));
  }

  async #takePart({ number, profile }: Person): Promise<void> {
    const stream = this.#stream(number);
    await pause(stream.share() * this.#options.lifeMs * 0.2);
    const cookie = await this.#options.server.order({ type: 'join', code: this.#opened.code, profile });
    let phone = this.#client('phone', cookie);
    await this.#say(phone, { type: 'ground-rules.acknowledge' });
    while (await this.#goesOn(stream)) {
      const chance = stream.share();
      if (chance < 0.06) {
        phone.close();
        this.tally.reloads += 1;
        // Some are back at once, some after a while.
        await pause(stream.chance(0.5) ? 100 : this.#options.paceMs * 2);
        phone = this.#client('phone', cookie);
      } else if (chance < 0.07) {
        this.tally.left += 1;
        break;
      } else await this.#say(phone, phoneSays(stream, ASKED, []));
    }
    phone.close();
  }

  async #goesOn(stream: Stream): Promise<boolean> {
    await pause(this.#options.paceMs * (0.5 + stream.share()));
    return performance.now() < this.#endsAt && !this.#options.isOver.aborted;
  }

  async #say(client: RoomClient, command: RoomCommand): Promise<void> {
    const late = pause(COMMAND_MS, null, { ref: false });
    const ack = await Promise.race([client.send(command), late]);
    if (ack === null) throw new Error(`No answer to ${command.type} within three minutes.`);
    this.tally[ack.ok ? 'acked' : 'refused'] += 1;
  }

  #client(face: Face, cookie: string): RoomClient {
    const { address } = this.#options.server;
    return new RoomClient({
      room: this.#opened.workshop,
      face,
      address,
      headers: { cookie, origin: address },
    });
  }

  #stream(who: string | number): Stream {
    return new Stream(this.#options.seed, 'soak', this.#options.room, who);
  }
}
