/** A whole guide in which every word, number and id of a person is marked, with every frame kept that reaches any socket (S7). */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Answer } from '../../src/lib/protocol/answers.ts';
import { PHASES } from '../../src/lib/protocol/phases.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import type { Consent } from '../../src/lib/protocol/people.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';
import type { ConsoleView, SharedView } from '../../src/lib/protocol/views/faces.ts';
import { seatCookie } from '../../server/seats.ts';
import type { ServerOptions } from '../../server/start-server.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { openTestServer, orThrow, testSetup } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { handshakeFor, Wire } from '../server/wire.ts';
import { partsOf, wordsOf } from './marked-words.ts';
import type { Asked, Marked } from './marked-words.ts';

export interface Frame {
  at: PhaseName;
  /** Before the reveal of that phase. */
  isBefore: boolean;
  text: string;
}
export interface Watch {
  face: Face;
  /** Whose socket it is; null for the facilitator's, the screen's and an observer's. */
  owner: number | null;
  frames: Frame[];
}

const CONSENTS: { consent: Consent | null; isRevoked: boolean }[] = [
  { consent: { named: true, quoted: true }, isRevoked: false },
  { consent: { named: true, quoted: false }, isRevoked: false },
  { consent: { named: false, quoted: true }, isRevoked: false },
  { consent: { named: false, quoted: false }, isRevoked: false },
  { consent: { named: true, quoted: true }, isRevoked: true },
  { consent: null, isRevoked: false },
];

export class MarkedRoom {
  readonly server: TestServer;
  readonly people: Marked[] = [];
  readonly watches: Watch[] = [];
  /** How many answers of each kind were given. */
  readonly answers = new Map<Answer['kind'], number>();
  readonly #wires: Wire[] = [];
  screenCookie = '';
  observerCookie = '';
  #host!: Wire;
  #at: PhaseName = 'join';
  #isBefore = true;
  #workshop = '';

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async play(options: Partial<ServerOptions> = {}): Promise<MarkedRoom> {
    const room = new MarkedRoom(await openTestServer(undefined, options));
    await room.#open();
    for (const { id: activity, kind } of testSetup.guide)
      for (const phase of PHASES[kind]) await room.#phase(activity, phase);
    return room;
  }

  async close(): Promise<void> {
    for (const wire of this.#wires) wire.close();
    await this.server.close();
  }

  async #open(): Promise<void> {
    const { doors, workshops } = this.server.services;
    this.#workshop = this.server.workshop;
    this.#host = await this.#watch('console', await this.server.host(), null);
    this.screenCookie = await this.server.screen();
    await this.#watch('screen', this.screenCookie, null);
    for (const kind of ['co', 'remote'] as const) {
      const offered = orThrow(await doors.offerSeat(this.#workshop, 'staff', kind, kind));
      const { token } = orThrow(await doors.takeSeat(this.server.code, offered.secret));
      await this.#watch('console', `${seatCookie('console', this.#workshop)}=${token}`, null);
    }
    for (const [index, { consent, isRevoked }] of CONSENTS.entries()) {
      const words = wordsOf(index);
      const role = 'employer' as const;
      const profile = {
        name: words.name,
        organisation: words.organisation,
        jobTitle: words.jobTitle,
        sizeBand: null,
        subSector: null,
        role,
      };
      const { token } = orThrow(await doors.join(this.server.code, profile));
      const cookie = `${seatCookie('phone', this.#workshop)}=${token}`;
      const person: Marked = {
        index,
        consent,
        isRevoked,
        words,
        estimate: 700_013 + index * 1_171,
        ids: [],
        wires: [],
      };
      person.wires.push(await this.#watch('phone', cookie, index));
      this.people.push(person);
    }
    const observer = {
      name: 'Obi',
      organisation: 'College',
      jobTitle: null,
      sizeBand: null,
      subSector: null,
      role: 'observer' as const,
    };
    const { token } = orThrow(await doors.join(this.server.code, observer));
    this.observerCookie = `${seatCookie('phone', this.#workshop)}=${token}`;
    await this.#watch('phone', this.observerCookie, null);
    const state = await workshops.get(this.#workshop);
    for (const person of this.people)
      person.ids.push(
        ...Object.values(state?.participants ?? {})
          .filter(({ profile }) => profile.name === person.words.name)
          .map(({ id }) => id),
      );
    // The same person once more, on a second device.
    const [first] = this.people;
    const device = orThrow(await doors.offerDevice(this.#workshop, await this.#tokenOf(first)));
    const second = orThrow(await doors.takeDevice(this.server.code, device.secret));
    first?.wires.push(
      await this.#watch('phone', `${seatCookie('phone', this.#workshop)}=${second.token}`, 0),
    );
  }

  readonly #tokens = new Map<number, string>();
  #tokenOf(person: Marked | undefined): Promise<string> {
    return Promise.resolve(this.#tokens.get(person?.index ?? -1) ?? '');
  }

  async #watch(face: Face, cookie: string, owner: number | null): Promise<Wire> {
    if (owner !== null && !this.#tokens.has(owner)) this.#tokens.set(owner, cookie.split('=')[1] ?? '');
    const wire = new Wire({ address: this.server.address, cookie, auth: handshakeFor(this.#workshop, face) });
    const watch: Watch = { face, owner, frames: [] };
    this.watches.push(watch);
    this.#wires.push(wire);
    const keep = ({ data }: { data?: unknown }): void => {
      if (typeof data === 'string') watch.frames.push({ at: this.#at, isBefore: this.#isBefore, text: data });
    };
    wire.socket.io.on('open', () => wire.socket.io.engine.on('packet', keep));
    if ((await wire.fate) !== 'seated') throw new Error(`No seat for ${face}.`);
    return wire;
  }

  async #phase(activity: string, phase: PhaseName): Promise<void> {
    [this.#at, this.#isBefore] = [phase, true];
    const at = { activity, phase };
    const { current } = await this.#state();
    if (current.activity !== activity || current.phase !== phase)
      await this.#ask({ type: 'guide.go', ...at });
    await this.#ask({ type: 'phase.open', ...at });
    await this.#takePart(activity, phase);
    await this.#settled();
    await this.#ask({ type: 'phase.close', ...at });
    await this.#settled();
    if (phase === 'join' || phase === 'map') return;
    this.#isBefore = false;
    await this.#ask({ type: 'phase.reveal', ...at });
    await this.#settled();
    if (phase === 'tap') await this.#lookAtComment();
  }

  async #takePart(activity: string, phase: PhaseName): Promise<void> {
    const asked = phase === 'vote' ? await this.#asked() : null;
    for (const person of this.people) {
      const before = await this.#state();
      for (const command of partsOf(person, before, { activity, phase, asked }))
        await this.#say(person, command);
      if (phase === 'join' && person.isRevoked)
        await this.#say(person, { type: 'consent.set', consent: { named: false, quoted: false } });
    }
  }

  /** The first comment into the spotlight, and off again; the second is hidden. */
  async #lookAtComment(): Promise<void> {
    const { entries } = await this.#state();
    const [one] = Object.values(entries).filter(
      ({ kind, warning }) => kind === 'comment' && warning === null,
    );
    await this.#ask({ type: 'spotlight.set', target: { kind: 'entry', id: one?.id ?? '' } });
    await this.#settled();
    await this.#ask({ type: 'spotlight.set', target: null });
  }

  /** The first step or transition the room is asked about, once the console is told of it. */
  async #asked(): Promise<Asked> {
    for (;;) {
      const { snapshots } = await this.#host.sync();
      const view = snapshots.find(({ audience }) => audience === 'shared')?.view as ConsoleView | undefined;
      const first = view?.content.kind === 'validation' ? view.content.asked[0] : undefined;
      if (first) return { pathway: first.pathway, of: first.of, target: first.target };
      await pause(50);
    }
  }

  async #say(person: Marked, command: RoomCommand): Promise<void> {
    const id = randomUUID();
    if (command.type === 'answer.set') {
      person.ids.push(id);
      const { kind } = command.answer;
      this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1);
    }
    const ack = await person.wires[0]?.command({ id, command });
    if (!ack?.ok) throw new Error(`${command.type} of ${person.index}: ${ack?.message ?? 'no answer'}`);
  }

  async #ask(command: RoomCommand): Promise<void> {
    const id = randomUUID();
    let ack = await this.#host.command({ id, command });
    // One hand is not so quick; this one waits until it may go on.
    while (!ack.ok && ack.code === 'too_fast') {
      await pause(100);
      ack = await this.#host.command({ id, command });
    }
    if (!ack.ok) throw new Error(`${command.type}: ${ack.message}`);
  }

  async #state(): Promise<WorkshopState> {
    const state = await this.server.services.workshops.get(this.#workshop);
    if (!state) throw new Error('The workshop is gone.');
    return state;
  }

  /** Every device has been shown the room as it stands now. */
  async #settled(): Promise<void> {
    const { current, phases } = await this.#state();
    const status = phases[`${current.activity}:${current.phase}`]?.status;
    const isShown = async (wire: Wire): Promise<boolean> => {
      const { snapshots } = await wire.sync();
      const view = snapshots.find(({ audience }) => audience === 'shared')?.view as SharedView;
      return view.header.current.phase === current.phase && view.header.current.status === status;
    };
    // What was shown last is joined with what comes within a twentieth of a second; asked too often, a seat has to wait.
    for (const wire of this.#wires) while (!(await isShown(wire))) await pause(60);
  }
}
