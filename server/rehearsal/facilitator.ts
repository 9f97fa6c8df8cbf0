/** The facilitator of a rehearsal that plays by itself: a console's socket, and the controls a person would press. */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import { Stream } from './stream.ts';
import type { Transcript } from './transcript.ts';
import type { Seat } from './seats.ts';
import { until } from './until.ts';

type Control = 'phase.open' | 'phase.close' | 'phase.reveal' | 'phase.round' | 'guide.next';

const AFTER = { 'phase.open': 'open', 'phase.close': 'closed', 'phase.reveal': 'revealed' } as const;

export class Facilitator {
  readonly #client: RoomClient<'console'>;
  readonly #transcript: Transcript;
  #lastId = '';
  #looks = 0;
  #note: string | null = null;

  private constructor(seed: number, { code, address, cookie }: Seat, transcript: Transcript) {
    const ids = new Stream(seed, 'ids', 'facilitator');
    this.#transcript = transcript;
    this.#client = new RoomClient({
      room: code,
      face: 'console',
      address,
      headers: { cookie, origin: address },
      newId: () => (this.#lastId = ids.uuid()),
    });
  }

  static async sit(seed: number, seat: Seat, transcript: Transcript): Promise<Facilitator> {
    const facilitator = new Facilitator(seed, seat, transcript);
    const client = facilitator.#client;
    await until(client, 'the console in the room', () => client.view !== null && client.own !== null);
    return facilitator;
  }

  get view(): ConsoleView {
    const { view } = this.#client;
    if (!view) throw new Error('The console shows nothing.');
    return view;
  }

  /** The room with everything that has been acknowledged to anybody: it is there when a note written now is. */
  async look(): Promise<ConsoleView> {
    this.#looks += 1;
    const text = `Looked around ${this.#looks} times.`;
    if (this.#note === null) this.#note = await this.say({ type: 'note.add', text, decision: false });
    else await this.say({ type: 'note.edit', note: this.#note, text });
    await this.#until('a note on the console', ({ notes }) =>
      notes.some((note) => note.id === this.#note && note.text === text),
    );
    return this.view;
  }

  /** Presses a control on the phase the room is in; returns the room as it is then. */
  async press(type: Control): Promise<ConsoleView> {
    const { activity, phase, round } = this.view.header.current;
    await this.say({ type, activity, phase });
    await this.#until(`the room after ${type} of ${activity}, ${phase}`, ({ header: { current } }) => {
      if (type === 'guide.next') return current.activity !== activity || current.phase !== phase;
      if (type === 'phase.round') return current.round > round;
      return current.status === AFTER[type];
    });
    return this.view;
  }

  /** Returns the command's id, which is also that of what it made. */
  async say(command: RoomCommand): Promise<string> {
    const acknowledged: Promise<Ack> = this.#client.send(command);
    const said = this.#transcript.add(null, this.#lastId, command);
    said.ack = await acknowledged;
    return said.id;
  }

  #until(what: string, holds: (view: ConsoleView) => boolean): Promise<void> {
    return until(this.#client, what, () => holds(this.view));
  }

  close(): void {
    this.#client.close();
  }
}
