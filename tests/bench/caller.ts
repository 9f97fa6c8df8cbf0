/** One client as lean as can be, the same for both servers: a socket that says a command and hears when it is acknowledged. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Envelope } from '../../src/lib/protocol/commands/index.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/version.ts';

export interface CallerOptions {
  address: string;
  /** A phone's seat; without one the server is the bare room. */
  seat?: { room: string; cookie: string };
}

export interface Said {
  ms: number;
  id: string;
  /** Milliseconds since the epoch, by this process. */
  saidAt: number;
  isStored: boolean;
}

export class Caller {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async connect({ address, seat }: CallerOptions): Promise<Caller> {
    const socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(seat && {
        auth: { protocol: PROTOCOL_VERSION, room: seat.room, face: 'phone' },
        extraHeaders: { cookie: seat.cookie, origin: address },
      }),
    });
    await new Promise<void>((done, fail) => {
      socket.once(seat ? 'snapshot' : 'connect', () => done());
      socket.once('connect_error', fail);
      socket.once('goodbye', () => fail(new Error('A seat was not let in.')));
    });
    return new Caller(socket);
  }

  /** `more`: what the bare room passes on beside the command. */
  async say(envelope: Envelope, more: object = {}): Promise<Said> {
    const startedAt = performance.now();
    const ack = (await this.#socket.timeout(30_000).emitWithAck('command', { ...more, ...envelope })) as Ack;
    if (!ack.ok && ack.code !== undefined) throw new Error(`${envelope.command.type}: ${ack.message}`);
    const ms = performance.now() - startedAt;
    return { id: envelope.id, ms, saidAt: performance.timeOrigin + startedAt, isStored: ack.ok };
  }

  close(): void {
    this.#socket.close();
  }
}
