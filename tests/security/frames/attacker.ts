/** A client that sends what it likes over a bare WebSocket, and comes again when it is cut off. */
import { PROTOCOL_VERSION } from '../../../src/lib/protocol/version.ts';
import type { Face } from '../../../src/lib/protocol/roles.ts';
import type { Frame } from './generated.ts';
import type { Served } from './served-process.ts';

/** Undici's own way to send headers, which the type of browsers does not know. */
type HeadedSocket = new (url: string, options: { headers: Record<string, string> }) => WebSocket;
const Socket = WebSocket as unknown as HeadedSocket;

export class Attacker {
  readonly #served: Served;
  readonly #cookie: string;
  readonly #face: Face;
  #line: WebSocket | null = null;
  /** How often the server hung up. */
  cuts = 0;

  constructor(served: Served, face: Face, cookie: string) {
    this.#served = served;
    this.#face = face;
    this.#cookie = cookie;
  }

  /** Sends it, and waits until it has left this process; a line that was cut is opened again first. */
  async send(frames: readonly Frame[]): Promise<void> {
    const line = await this.#open();
    for (const frame of frames) line.send(frame);
    while (line.readyState === WebSocket.OPEN && line.bufferedAmount > 0) await new Promise(setImmediate);
  }

  close(): void {
    this.#line?.close();
  }

  async #open(): Promise<WebSocket> {
    if (this.#line?.readyState === WebSocket.OPEN) return this.#line;
    if (this.#line) this.cuts += 1;
    const { address, workshop } = this.#served;
    const headers = { origin: address, cookie: this.#cookie };
    const line = new Socket(`${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers,
    });
    this.#line = line;
    await new Promise<void>((open, fail) => {
      line.addEventListener('open', () => open());
      line.addEventListener('error', () => fail(new Error('The server lets nobody in any more.')), {
        once: true,
      });
    });
    // Heartbeats are answered like by any client; everything else is thrown away.
    line.addEventListener('message', ({ data }) => {
      if (data === '2' && line.readyState === WebSocket.OPEN) line.send('3');
    });
    line.send(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, room: workshop, face: this.#face })}`);
    await new Promise<void>((settled) => {
      line.addEventListener('close', () => settled());
      line.addEventListener('message', ({ data }) => String(data).startsWith('4') && settled());
    });
    return line;
  }
}
