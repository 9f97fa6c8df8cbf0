/**
 * Plays a schedule: real clients with lines that break, against a real server that is killed, scene by scene. After each
 * scene everything is mended, everybody says a last word, and each client's views are compared with the stored state.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Person } from './person.ts';
import type { Move, Scene } from './schedule.ts';
import { Share } from './share.ts';
import type { Served } from './serve.ts';
import { ServerProcess } from './server-process.ts';
import { expectedViews } from './stored.ts';

/** N1: all views equal to the server's within 5 s of healing, on cores of its own; on shared ones as much longer as they are slower. */
const HEALED_WITHIN_MS = 5_000;
/** What is not answered by then never will be. */
const QUIET_WITHIN_MS = 30_000;
const LOOK_MS = 50;
/** By then a change that is stored has been told to everybody. */
const PUBLISHED_MS = 300;

export interface RunOptions {
  seed: number;
  clients: number;
  dir: string;
  port: number;
  tell: (line: string) => void;
}

/** Of one client after one healing: when its views became what they are, and whether that is what they should be. */
export interface Healed {
  ms: number;
  isEqual: boolean;
  slowdown: number;
}

export function isInTime({ ms, isEqual, slowdown }: Healed): boolean {
  return isEqual && ms <= HEALED_WITHIN_MS * slowdown;
}

export class Run {
  readonly server: ServerProcess;
  readonly healed: Healed[] = [];
  readonly #options: RunOptions;
  #served: Served = { workshop: '', seats: [] };
  #people: Person[] = [];

  constructor(options: RunOptions) {
    this.#options = options;
    this.server = new ServerProcess(options);
  }

  get workshop(): string {
    return this.#served.workshop;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  async play(scenes: readonly Scene[]): Promise<void> {
    const { clients, seed, port } = this.#options;
    this.#served = await this.server.start(clients - 2);
    const { seats, workshop } = this.#served;
    this.#people = await Promise.all(
      seats.map((seat, index) => Person.sit(seat, workshop, port, seed, 'device', index)),
    );
    for (const [index, scene] of scenes.entries()) {
      await this.#scene(scene);
      this.#options.tell(
        `scene ${index + 1} of ${scenes.length}: ${scene.asked.activity} ${scene.asked.phase}`,
      );
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#people.map((person) => person.close()));
    await this.server.end();
  }

  get #host(): Person {
    const [host] = this.#people;
    if (!host) throw new Error('Nobody is there.');
    return host;
  }

  async #scene({ opening, said, lastWords, unseen, closing, faults, kills, asked }: Scene): Promise<void> {
    await this.#inOrder(opening);
    await passes(() => this.#people.every((person) => isAsked(person, asked)), QUIET_WITHIN_MS);
    const startedAt = performance.now();
    await Promise.all([
      ...this.#people.map((person, index) => person.speak(said[index] ?? [], startedAt)),
      ...this.#people.map((person, index) => person.suffer(faults[index] ?? [], startedAt)),
      this.#kill(kills, startedAt),
    ]);
    for (const { link } of this.#people) link.mend();
    await this.#heal(lastWords);
    await this.#unsee(unseen);
    await this.#inOrder(closing);
  }

  async #kill(kills: Scene['kills'], startedAt: number): Promise<void> {
    for (const kill of kills) {
      await pause(Math.max(0, startedAt + kill.atMs - performance.now()));
      await this.server.kill(kill);
    }
  }

  /** The facilitator does one thing after the other. */
  async #inOrder(moves: readonly Move[]): Promise<void> {
    for (const move of moves) {
      await this.#host.say(move);
      await passes(() => this.#host.isQuiet, QUIET_WITHIN_MS);
    }
  }

  /** A line on which nothing was said or asked while it was black: only the next number tells that one is missing. */
  async #unsee({ clients, change, next }: Scene['unseen']): Promise<void> {
    const blind = this.#people.filter((_, index) => clients.includes(index));
    for (const { link } of blind) link.blacken();
    await this.#inOrder([change]);
    await pause(PUBLISHED_MS);
    for (const { link } of blind) link.mend();
    await this.#heal([next]);
  }

  async #heal(lastWords: readonly Move[]): Promise<void> {
    const healedAt = performance.now();
    const share = await Share.since([process.pid, ...this.server.pids]);
    const speakers = this.#people.slice(0, lastWords.length);
    await Promise.all(
      speakers.map((person, index) => person.speak(lastWords.slice(index, index + 1), healedAt)),
    );
    await passes(() => this.#people.every(({ isQuiet }) => isQuiet), QUIET_WITHIN_MS);
    let slowdown = await share.slowdown();
    const untilAt = Math.max(
      healedAt + HEALED_WITHIN_MS * slowdown,
      performance.now() + PUBLISHED_MS * slowdown,
    );
    let unequal = await this.#unequal();
    while (unequal.length > 0 && performance.now() < untilAt) {
      await pause(LOOK_MS);
      unequal = await this.#unequal();
    }
    slowdown = await share.slowdown();
    for (const person of this.#people) {
      const ms = Math.max(0, person.changedAt - healedAt);
      const healed = { ms, isEqual: !unequal.includes(person), slowdown };
      this.healed.push(healed);
      if (!isInTime(healed)) this.#options.tell(whyNot(person, healed));
    }
  }

  async #unequal(): Promise<Person[]> {
    const { workshop, seats } = this.#served;
    const expected = await expectedViews(this.#options.dir, workshop, seats);
    return this.#people.filter(({ client, seat }) => {
      const { shared, own } = expected.get(seat) ?? {};
      return !isDeepStrictEqual(client.view, shared) || !isDeepStrictEqual(client.own, own);
    });
  }
}

function isAsked({ client }: Person, { activity, phase, round }: Scene['asked']): boolean {
  const current = client.view?.header.current;
  return (
    current?.activity === activity &&
    current.phase === phase &&
    current.round === round &&
    current.status === 'open'
  );
}

/** False when it did not come to pass in time: what is missing then shows in the count. */
async function passes(holds: () => boolean, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > until) return false;
    await pause(LOOK_MS);
  }
  return true;
}

function whyNot({ seat, client }: Person, { ms, isEqual }: Healed): string {
  const how = isEqual
    ? `was right only after ${ms.toFixed(0)} ms`
    : 'shows something else than what is stored';
  return `${seat.face} ${seat.id} ${how} (${client.status})`;
}
