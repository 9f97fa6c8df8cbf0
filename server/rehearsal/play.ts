/** Plays a guide from welcome to close: facilitator, screen and employers over sockets, with barriers between what builds on each other. */
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import type { Services } from '../services.ts';
import type { Person } from './cast.ts';
import type { Lookup } from './contributions.ts';
import { Employer } from './employer.ts';
import { Facilitator } from './facilitator.ts';
import { Moderation } from './moderation.ts';
import { fullSpeed } from './pace.ts';
import { ScreenWatch } from './screen-watch.ts';
import { hostCookie, screenCookie } from './seats.ts';
import type { Transcript } from './transcript.ts';

export interface PlayOptions {
  seed: number;
  cast: readonly Person[];
  workshop: { id: string; code: string };
  address: string;
  doors: Services['doors'];
  lookup: Lookup;
  transcript: Transcript;
  say: (line: string) => void;
}

/** What the room was asked, when, and before how many: what a recount needs beside what was said. */
export interface Asked {
  activity: string;
  phase: string;
  round: number;
  /** Firms in the room when it closed, by their own names. */
  firms: string[];
  /** As the facilitator saw it when it was closed. */
  view: ConsoleView;
}

export interface Played {
  asked: Asked[];
  activities: number;
  /** Bytes that came down each phone's line. */
  received: number[];
  screenProblems: string[];
  screenFrames: number;
}

const MOST_ROUNDS = 2;
/** Into this activity of the guide those come who are late. */
const LATE_FROM = 5;
/** A dropped line is down so long, that the employer has said more meanwhile. */
const DROP_MS = 60;

export class Play {
  readonly #options: PlayOptions;
  readonly #employers: Employer[] = [];
  readonly #asked: Asked[] = [];
  #late: Person[];

  constructor(options: PlayOptions) {
    this.#options = options;
    this.#late = options.cast.filter(({ temper }) => temper === 'late');
  }

  async run(): Promise<Played> {
    const { seed, workshop, address, doors, cast, transcript, lookup } = this.#options;
    const { code } = workshop;
    const facilitator = await Facilitator.sit(
      seed,
      { code, address, cookie: await hostCookie(doors, workshop.id, code) },
      transcript,
    );
    const screen = await ScreenWatch.open(
      { code, address, cookie: await screenCookie(doors, workshop.id, code) },
      cast,
    );
    try {
      await this.#letIn(cast.filter(({ temper }) => temper !== 'late'));
      await this.#guide(facilitator, new Moderation(seed, facilitator, lookup));
      await facilitator.say({ type: 'workshop.close' });
      return {
        asked: this.#asked,
        activities: facilitator.view.header.current.total,
        received: this.#employers.map(({ received }) => received),
        screenProblems: screen.problems,
        screenFrames: screen.frames,
      };
    } finally {
      facilitator.close();
      screen.close();
      await Promise.all(this.#employers.map((employer) => employer.close()));
    }
  }

  async #guide(facilitator: Facilitator, moderation: Moderation): Promise<void> {
    for (;;) {
      let view = await this.#phase(facilitator, moderation);
      for (let round = 2; round <= MOST_ROUNDS && isOpenQuestion(view); round += 1) {
        await facilitator.press('phase.round');
        view = await this.#takeAnswers(facilitator, moderation);
      }
      if (view.controls.next === null) return;
      await facilitator.press('guide.next');
    }
  }

  async #phase(facilitator: Facilitator, moderation: Moderation): Promise<ConsoleView> {
    const view = await facilitator.press('phase.open');
    const { title, number, phase } = view.header.current;
    this.#options.say(`${number}. ${title}: ${phase}`);
    if (number >= LATE_FROM) await this.#letIn(this.#late.splice(0));
    await moderation.prepare(view);
    await this.#barrier(facilitator);
    await Promise.all(this.#employers.map((employer) => employer.contribute()));
    this.#options.transcript.nextScene();
    await moderation.sort(await facilitator.look());
    return this.#takeAnswers(facilitator, moderation);
  }

  async #takeAnswers(facilitator: Facilitator, moderation: Moderation): Promise<ConsoleView> {
    await this.#barrier(facilitator);
    await Promise.all(this.#employers.map((employer) => employer.answer()));
    this.#options.transcript.nextScene();
    const closed = await facilitator.press('phase.close');
    await moderation.conclude(closed);
    const view = await facilitator.look();
    this.#note(view);
    if (view.controls.reveal === null) return view;
    const revealed = await facilitator.press('phase.reveal');
    await this.#barrier(facilitator);
    return revealed;
  }

  /** All phones show what the room is asked, with everything that was brought so far. */
  async #barrier(facilitator: Facilitator): Promise<void> {
    const view = await facilitator.look();
    await Promise.all(this.#employers.map((employer) => employer.sees(view)));
    this.#options.transcript.nextScene();
  }

  async #letIn(people: readonly Person[]): Promise<void> {
    const { seed, workshop, address, doors, lookup, transcript } = this.#options;
    const { code } = workshop;
    const common = { seed, code, address, doors, lookup, transcript, dropMs: DROP_MS };
    // At the door one after the other, so that the firms come in the same order.
    for (const person of people)
      this.#employers.push(await Employer.join({ ...common, person, pace: fullSpeed() }));
    const arrived = this.#employers.filter(({ person }) => people.includes(person));
    await Promise.all(arrived.map((employer) => employer.arrive()));
    transcript.nextScene();
  }

  #note(view: ConsoleView): void {
    const { activity, phase, round } = view.header.current;
    const firms = [...new Set(this.#employers.map(({ person }) => person.firm))];
    this.#asked.push({ activity, phase, round, firms, view });
  }
}

/** Something was contested, or too few had an opinion: it is talked over and asked again. */
function isOpenQuestion({ content }: ConsoleView): boolean {
  return (
    content.kind === 'validation' &&
    (content.results?.items.some(({ verdict }) => verdict !== 'validated') ?? false)
  );
}
