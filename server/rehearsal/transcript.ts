/** Everything that was said in a rehearsal, by whom, and how the server answered. */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { Person } from './cast.ts';

export interface Said {
  /** Null for the facilitator. */
  person: Person | null;
  id: string;
  command: RoomCommand;
  /** Epoch milliseconds. */
  at: number;
  /** Between which two barriers of the play it was said. */
  scene: number;
  ack: Ack | null;
}

export class Transcript {
  readonly #said: Said[] = [];
  #scene = 0;

  /** What is said from now on comes after everything said so far, whoever is quicker. */
  nextScene(): void {
    this.#scene += 1;
  }

  add(person: Person | null, id: string, command: RoomCommand): Said {
    const said: Said = { person, id, command, at: Date.now(), scene: this.#scene, ack: null };
    this.#said.push(said);
    return said;
  }

  /** By scene, then by person, then in each one's own order. */
  get all(): Said[] {
    const number = ({ person }: Said): number => person?.number ?? 0;
    return [...this.#said].sort((a, b) => a.scene - b.scene || number(a) - number(b));
  }

  /** Distinct commands, by the answer each got in the end. */
  get counts(): { sent: number; acked: number; refused: number } {
    return {
      sent: new Set(this.#said.map(({ id }) => id)).size,
      acked: this.#said.filter(({ ack }) => ack?.ok === true).length,
      refused: this.#said.filter(({ ack }) => ack?.ok === false).length,
    };
  }
}
