/** A room whose every text is one of the hostile strings: its preparation, its people, and all they say. */
import { workshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { EntryKind } from '../../src/lib/protocol/entries.ts';
import { PHASES } from '../../src/lib/protocol/phases.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import { profile } from '../../src/lib/protocol/people.ts';
import { typedText } from '../../src/lib/protocol/typed-text.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import { seatCookie } from '../../server/seats.ts';
import { isLive } from '../server/opened.ts';
import { orThrow, testSetup, until } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { HOSTILE } from './hostile-strings.ts';

/** As they are kept and shown: without what nobody can see. */
export const SHOWN = [...new Set(HOSTILE.map((text) => typedText().parse(text)))];
const string = (index: number): string => SHOWN[index % SHOWN.length] ?? '';
const PEOPLE = 8;

type Kind = Extract<EntryKind, 'nomination' | 'comment' | 'gap' | 'program' | 'talent' | 'practice'>;

export class HostileRoom {
  readonly server: TestServer;
  readonly id: string;
  readonly code: string;
  readonly cookies: Record<'console' | 'screen' | 'phone', string>;
  readonly host: RoomClient<'console'>;
  readonly #phones: RoomClient<'phone'>[];

  private constructor(
    server: TestServer,
    room: { id: string; code: string },
    cookies: HostileRoom['cookies'],
    [host, ...phones]: [RoomClient<'console'>, ...RoomClient<'phone'>[]],
  ) {
    this.server = server;
    this.id = room.id;
    this.code = room.code;
    this.cookies = cookies;
    this.host = host;
    this.#phones = phones;
  }

  static async open(server: TestServer): Promise<HostileRoom> {
    const { workshops, doors } = server.services;
    const setup = workshopSetup.parse({
      ...testSetup,
      title: string(0),
      sector: string(1),
      region: string(2),
      competitionText: SHOWN.join('\n').slice(0, 4000),
      guide: testSetup.guide.map((activity, index) => ({
        ...activity,
        title: string(index),
        purpose: string(index + 20),
        prompts: PHASES[activity.kind].map((_, at) => string(index * 3 + at + 30)),
      })),
    });
    const id = await workshops.create(setup);
    await workshops.open(id);
    const code = (await workshops.get(id))?.code ?? '';
    const seat = async (kind: 'lead' | 'screen'): Promise<string> => {
      const offered = orThrow(await doors.offerSeat(id, 'staff', kind, string(kind.length)));
      const { token, face } = orThrow(await doors.takeSeat(code, offered.secret));
      return `${seatCookie(face, id)}=${token}`;
    };
    const people: string[] = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      const typed = {
        name: string(index * 7),
        organisation: string(index * 11 + 1),
        jobTitle: string(index + 50),
        sizeBand: null,
        subSector: string(index + 3),
        role: 'employer',
      };
      const { token } = orThrow(await doors.join(code, profile.parse(typed)));
      people.push(`${seatCookie('phone', id)}=${token}`);
    }
    const cookies = { console: await seat('lead'), screen: await seat('screen'), phone: people[0] ?? '' };
    const client = async <F extends 'console' | 'phone'>(face: F, cookie: string): Promise<RoomClient<F>> => {
      const headers = { cookie, origin: server.address };
      const made = new RoomClient({ room: id, face, address: server.address, headers });
      await isLive(made);
      return made;
    };
    const clients = [
      await client('console', cookies.console),
      ...(await Promise.all(people.map((cookie) => client('phone', cookie)))),
    ] as [RoomClient<'console'>, ...RoomClient<'phone'>[]];
    return new HostileRoom(server, { id, code }, cookies, clients);
  }

  async ask(command: RoomCommand): Promise<void> {
    const ack = await this.host.send(command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.message}`);
  }

  /** Opens a phase of the guide, in which everybody may speak. */
  async openPhase(phase: PhaseName): Promise<{ activity: string; phase: PhaseName }> {
    const stop = this.host.view?.plan.find((one) => one.phase === phase);
    const at = { activity: stop?.activity ?? '', phase };
    if (phase !== 'join') await this.ask({ type: 'guide.go', ...at });
    await this.ask({ type: 'phase.open', ...at });
    const isThere = (client: RoomClient): boolean => client.view?.header.current.phase === phase;
    await Promise.all([this.host, ...this.#phones].map((client) => until(client, () => isThere(client))));
    if (phase === 'join')
      await Promise.all(this.#phones.map((phone) => phone.send({ type: 'ground-rules.acknowledge' })));
    return at;
  }

  async reveal(at: { activity: string; phase: PhaseName }): Promise<void> {
    await this.ask({ type: 'phase.close', ...at });
    await this.ask({ type: 'phase.reveal', ...at });
  }

  /** Everybody says a share of the strings. In a list two that differ only by signs are one: there each has a number behind it. */
  async say(kind: Kind, activity: string, occupation: string | null): Promise<string[]> {
    const said = SHOWN.map((text, index) => (kind === 'comment' ? text : `${text} no ${index}`));
    await Promise.all(
      this.#phones.map(async (phone, person) => {
        for (const label of said.filter((_, index) => index % PEOPLE === person)) {
          const entry = { kind, activity, occupation, code: null, label };
          const ack = await phone.send({ type: 'entry.add', ...entry });
          if (!ack.ok) throw new Error(`${label}: ${ack.message}`);
        }
      }),
    );
    return said;
  }

  /** Everybody chooses the same three, so that the room has critical occupations. */
  async choose(activity: string): Promise<void> {
    const options = testSetup.shortlist.slice(0, 3);
    for (const phone of this.#phones) {
      const answer = { kind: 'critical' as const, options };
      const ack = await phone.send({ type: 'answer.set', activity, round: 1, answer });
      if (!ack.ok) throw new Error(ack.message);
    }
  }

  /** Steps and their notes on a map, by the facilitator's own hand and as proposals of phones. */
  async proposeSteps(activity: string, pathway: string): Promise<void> {
    const step = { type: 'step.add', kind: 'experience', code: null, side: 'into', level: -1 } as const;
    for (const [index, label] of SHOWN.slice(0, 30).entries())
      await this.ask({
        type: 'map.change',
        pathway,
        change: { ...step, label: label.slice(0, 120), row: index },
      });
    for (const [index, phone] of this.#phones.entries()) {
      const change = { ...step, label: string(index + 30), row: index };
      await phone.send({ type: 'map.propose', activity, pathway, change });
    }
  }

  occupations: string[] = [];

  /** The whole guide as far as words go. */
  async sayEverything(): Promise<void> {
    await this.openPhase('join');
    const nominate = await this.openPhase('nominate');
    await this.say('nomination', nominate.activity, null);
    await this.reveal(nominate);
    const choose = await this.openPhase('choose');
    await this.choose(choose.activity);
    await this.reveal(choose);
    const tap = await this.openPhase('tap');
    this.occupations = (await this.server.services.workshops.get(this.id))?.critical ?? [];
    const [occupation = ''] = this.occupations;
    await this.say('comment', tap.activity, occupation);
    await this.reveal(tap);
    const rate = await this.openPhase('rate');
    await this.say('gap', rate.activity, occupation);
    await this.reveal(rate);
    const map = await this.openPhase('map');
    await this.proposeSteps(map.activity, occupation);
    const tell = await this.openPhase('tell');
    for (const kind of ['program', 'talent', 'practice'] as const) await this.say(kind, tell.activity, null);
    await this.reveal(tell);
    for (const text of SHOWN.slice(0, 40)) await this.ask({ type: 'note.add', text, decision: true });
  }

  /** Staff accept all that the room proposes, each for a reason of this kind, and publish it. */
  async publish(): Promise<string> {
    const { workshops } = this.server.services;
    const staff = { id: 't-0000000001', name: string(25) };
    await workshops.startReview(this.id);
    const { adjustments = {} } = (await workshops.get(this.id)) ?? {};
    const all = {
      adjustments: Object.keys(adjustments),
      value: null,
      rationale: string(26),
      role: string(27),
    };
    const ack = await workshops.decide(this.id, staff, { ...all, decision: 'accepted' });
    if (!ack.ok) throw new Error(ack.message);
    return orThrow(await workshops.publish(this.id, staff)).revision;
  }

  close(): void {
    for (const client of [this.host, ...this.#phones]) client.close();
  }
}
