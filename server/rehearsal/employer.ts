/** One simulated employer: a seat taken at the door, a socket and an outbox like a phone's, and nothing else of the server. */
import { isDeepStrictEqual } from 'node:util';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Content } from '../../src/lib/protocol/views/content.ts';
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import type { CurrentView } from '../../src/lib/protocol/views/header.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import type { Services } from '../services.ts';
import { answersTo } from './answers.ts';
import type { Person } from './cast.ts';
import { additionsTo, commandsOf, proposalsFor } from './contributions.ts';
import type { Lookup } from './contributions.ts';
import { Line } from './line.ts';
import { Mind } from './mind.ts';
import type { Pace } from './pace.ts';
import { phoneCookie } from './seats.ts';
import { Stream } from './stream.ts';
import type { Transcript } from './transcript.ts';
import { until } from './until.ts';

export interface EmployerOptions {
  seed: number;
  person: Person;
  code: string;
  /** Of the server. */
  address: string;
  doors: Services['doors'];
  lookup: Lookup;
  transcript: Transcript;
  pace: Pace;
  /** How long a dropped line stays down. */
  dropMs: number;
}

/** Answering these is having finished. */
const SINGLE = new Set<Content['kind']>(['choose', 'close']);

export class Employer {
  readonly person: Person;
  readonly client: RoomClient<'phone'>;
  readonly #options: EmployerOptions;
  readonly #line: Line;
  #ids: Stream;
  #lastId = '';

  private constructor(options: EmployerOptions, line: Line, cookie: string) {
    this.person = options.person;
    this.#options = options;
    this.#line = line;
    this.#ids = this.#idsFor('door');
    this.client = new RoomClient({
      room: options.code,
      face: 'phone',
      address: line.address,
      headers: { cookie, origin: line.address },
      newId: () => (this.#lastId = this.#ids.uuid()),
    });
  }

  /** Comes in by the join page's door, and waits until the phone shows the room. */
  static async join(options: EmployerOptions): Promise<Employer> {
    const { doors, code, person, address } = options;
    const cookie = await phoneCookie(doors, code, person.profile);
    const employer = new Employer(options, await Line.to(address), cookie);
    await until(employer.client, 'an employer in the room', () => employer.client.own !== null);
    return employer;
  }

  get received(): number {
    return this.#line.received;
  }

  async arrive(): Promise<void> {
    const { consent } = this.person;
    await this.#sayAll([
      { type: 'ground-rules.acknowledge' },
      ...(consent ? [{ type: 'consent.set' as const, consent }] : []),
    ]);
  }

  /** Waits until the phone shows the same question, at the same point, as the console. */
  sees({ header: { current }, content }: Pick<ConsoleView, 'header' | 'content'>): Promise<void> {
    return until(this.client, `${content.kind} on the phone of employer ${this.person.number}`, () => {
      const { view } = this.client;
      return isDeepStrictEqual([view?.header.current, view?.content], [current, content]);
    });
  }

  /** Adds to the lists and proposes, where the phase asks for that. */
  async contribute(): Promise<void> {
    const shown = this.#shown();
    if (!shown || this.person.temper === 'silent') return;
    const mind = this.#mindAt(shown.current, 'contribute');
    const added = additionsTo(shown.content, mind, this.#options.lookup);
    const commands = commandsOf(shown.current.activity, added, proposalsFor(shown.content, mind));
    await this.#sayAll(commands, { asked: shown.current });
  }

  async answer(): Promise<void> {
    const shown = this.#shown();
    if (!shown || this.person.temper === 'silent' || shown.content.kind === 'welcome') return;
    const { activity, round } = shown.current;
    const mind = this.#mindAt(shown.current, 'answer');
    const answers = answersTo(shown.content, { mind, round });
    const commands: RoomCommand[] = answers.map((answer) => ({
      type: 'answer.set',
      activity,
      round,
      answer,
    }));
    if (!SINGLE.has(shown.content.kind))
      commands.push({ type: 'answer.finish', activity, round, finished: true });
    await this.#sayAll(commands, {
      asked: shown.current,
      dropsAt: this.#dropsAt(shown.current, commands.length),
    });
  }

  async close(): Promise<void> {
    this.client.close();
    await this.#line.close();
  }

  #shown(): { current: CurrentView; content: Content } | null {
    const view = this.client.view;
    return view?.header.current.status === 'open'
      ? { current: view.header.current, content: view.content }
      : null;
  }

  #isAsked({ activity, phase, round }: CurrentView): boolean {
    const now = this.#shown()?.current;
    return now?.activity === activity && now.phase === phase && now.round === round;
  }

  #mindAt({ activity, phase, round }: CurrentView, doing: string): Mind {
    this.#ids = this.#idsFor(activity, phase, round, doing);
    return new Mind(this.#options.seed, this.person, activity, phase, round, doing);
  }

  #idsFor(...occasion: (string | number)[]): Stream {
    return new Stream(this.#options.seed, 'ids', this.person.number, ...occasion);
  }

  /** Before which command the line is lost, in about every second phase; -1 when it holds. */
  #dropsAt({ activity, phase, round }: CurrentView, many: number): number {
    if (this.person.temper !== 'dropping' || many < 2) return -1;
    const chance = new Stream(this.#options.seed, 'drop', this.person.number, activity, phase, round);
    return chance.chance(0.5) ? Math.floor(many / 3) : -1;
  }

  /** What is said while the line is down waits in the outbox. Who sees that the room has moved on says no more. */
  async #sayAll(
    commands: readonly RoomCommand[],
    { asked, dropsAt = -1 }: { asked?: CurrentView; dropsAt?: number } = {},
  ): Promise<void> {
    const answered: Promise<void>[] = [];
    for (const [index, command] of commands.entries()) {
      await this.#options.pace();
      if (asked && !this.#isAsked(asked)) break;
      if (index === dropsAt) this.#loseLine();
      answered.push(this.#say(command));
    }
    await Promise.all(answered);
  }

  async #say(command: RoomCommand): Promise<void> {
    const acknowledged = this.client.send(command);
    const said = this.#options.transcript.add(this.person, this.#lastId, command);
    said.ack = await acknowledged;
  }

  #loseLine(): void {
    this.#line.cut();
    setTimeout(() => this.#line.mend(), this.#options.dropMs);
  }
}
