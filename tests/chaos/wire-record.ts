/** What was seen to pass on one client's line: which command got which acknowledgement, whatever the client makes of it. */
import type { Ack } from '../../src/lib/protocol/delivery.ts';

const COMMAND = /42(\d+)\["command",\{"id":"([0-9a-f-]{36})"/g;
/** Its head alone: what an answer brings of the sender's own part may go on for long. */
const ANSWER =
  /43(\d+)\[(\{"ok":true,"seq":\d+,"warning":(?:null|"\w+")|\{"ok":false,"code":"\w+","message":"(?:[^"\\]|\\.)*")/g;

export interface HeardAck {
  id: string;
  ack: Ack;
}

export class WireRecord {
  /** Number of the packet -> id of the command; numbers go on over reconnects and start again with a new page. */
  readonly #asked = new Map<string, string>();
  /** Every acknowledgement the server gave, also those that were lost on the way. */
  readonly given: HeardAck[] = [];
  /** Refusals that were carried to the client. */
  readonly refused = new Map<string, string>();

  newPage(): void {
    this.#asked.clear();
  }

  clientSaid(text: string): void {
    for (const [, number = '', id = ''] of text.matchAll(COMMAND)) this.#asked.set(number, id);
  }

  /** The acknowledgements of commands in what the server said. */
  serverSaid(text: string): HeardAck[] {
    const heard: HeardAck[] = [];
    for (const [, number = '', json = ''] of text.matchAll(ANSWER)) {
      const id = this.#asked.get(number);
      if (id !== undefined) heard.push({ id, ack: JSON.parse(`${json}}`) as Ack });
    }
    this.given.push(...heard);
    return heard;
  }

  carried(heard: readonly HeardAck[]): void {
    for (const { id, ack } of heard) if (!ack.ok) this.refused.set(id, ack.code);
  }
}
