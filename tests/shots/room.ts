/** A room full of simulated employers with a facilitator, to be looked at from its four kinds of devices. */
import { castOf } from '../../server/rehearsal/cast.ts';
import type { Person } from '../../server/rehearsal/cast.ts';
import type { Lookup } from '../../server/rehearsal/contributions.ts';
import { Employer } from '../../server/rehearsal/employer.ts';
import { Facilitator } from '../../server/rehearsal/facilitator.ts';
import { Moderation } from '../../server/rehearsal/moderation.ts';
import { fullSpeed } from '../../server/rehearsal/pace.ts';
import { hostCookie } from '../../server/rehearsal/seats.ts';
import { Transcript } from '../../server/rehearsal/transcript.ts';
import type { RunningServer } from '../../server/start-server.ts';

const FOUND = 12;
const DROP_MS = 60;

export class ShownRoom {
  readonly facilitator: Facilitator;
  readonly moderation: Moderation;
  readonly code: string;
  readonly employers: Employer[] = [];
  /** Cookies of the employers' phones, in the order they came. */
  readonly phones: string[] = [];
  readonly #transcript: Transcript;
  readonly #common;

  private constructor(
    server: RunningServer,
    address: string,
    { code, seed, transcript, facilitator }: { code: string; seed: number; transcript: Transcript; facilitator: Facilitator },
  ) {
    const { doors, datasets } = server.services;
    const lookup: Lookup = (words) => datasets.codeList.search(words, FOUND).map(({ entry }) => entry);
    this.code = code;
    this.facilitator = facilitator;
    this.moderation = new Moderation(seed, facilitator, lookup);
    this.#transcript = transcript;
    const remembering: typeof doors = {
      ...doors,
      join: async (...person) => {
        const joined = await doors.join(...person);
        if ('token' in joined) this.phones.push(`plumbline_seat_${joined.workshop}=${joined.token}`);
        return joined;
      },
    };
    this.#common = { seed, code, address, doors: remembering, lookup, transcript, dropMs: DROP_MS };
  }

  static async open(
    server: RunningServer,
    address: string,
    { id, code }: { id: string; code: string },
    seed: number,
  ): Promise<ShownRoom> {
    const transcript = new Transcript();
    const cookie = await hostCookie(server.services.doors, id, code);
    const facilitator = await Facilitator.sit(seed, { code, address, cookie }, transcript);
    return new ShownRoom(server, address, { code, seed, transcript, facilitator });
  }

  /** Everybody answers but the silent; nobody comes late. */
  async fill(employers: number, seed: number): Promise<void> {
    const people: Person[] = castOf(seed, employers);
    for (const person of people) this.employers.push(await Employer.join({ ...this.#common, person, pace: fullSpeed() }));
    await Promise.all(this.employers.map((employer) => employer.arrive()));
    this.#transcript.nextScene();
  }

  /** All phones show what the room is asked. */
  async barrier(): Promise<void> {
    const view = await this.facilitator.look();
    await Promise.all(this.employers.map((employer) => employer.sees(view)));
    this.#transcript.nextScene();
  }

  async contribute(): Promise<void> {
    await Promise.all(this.employers.map((employer) => employer.contribute()));
    await this.moderation.sort(await this.facilitator.look());
    await this.barrier();
  }

  async answer(employers: readonly Employer[]): Promise<void> {
    await Promise.all(employers.map((employer) => employer.answer()));
    this.#transcript.nextScene();
  }

  async close(): Promise<void> {
    this.facilitator.close();
    await Promise.all(this.employers.map((employer) => employer.close()));
  }
}
