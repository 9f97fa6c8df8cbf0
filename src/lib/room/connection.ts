/** The line to the server. It comes back by itself; whoever uses it learns when it is up and when it is down. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Envelope } from '../protocol/commands/index.ts';
import type {
  Ack,
  ClientToServer,
  CommandReply,
  Delta,
  Goodbye,
  Handshake,
  ServerToClient,
  Snapshot,
  SyncReply,
} from '../protocol/delivery.ts';
import { OWN_PAGE_HEADER } from '../protocol/own-page.ts';
import { InOrder } from './in-order.ts';
import { canUnpack, unpacked } from './unpacked.ts';

/**
 * How long a line may say nothing before it is given up for another one. Short, because a network that is back tells nobody:
 * what was begun before it came back has to be over soon after (N1: 5 s, N3: 2 s from waking, 3 s from the server's return).
 */
const CONNECT_MS = 3_000;
const ANSWER_MS = 4_000;
const WAKE_MS = 1_000;
/** Between two tries; each pause is up to a half longer or shorter, so that a room does not come back in one instant. */
const RETRY_MS = { first: 300, longest: 1_000 };

export interface LineEvents {
  up(): void;
  down(): void;
  snapshot(snapshot: Snapshot): void;
  delta(delta: Delta): void;
  goodbye(goodbye: Goodbye): void;
}

export interface LineOptions {
  handshake: Handshake;
  /** Another server than the page's own: for programs. */
  address?: string;
  /** Only programs can send these; a browser has its cookies. */
  headers?: Record<string, string>;
}

export class Connection {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #events: LineEvents;
  readonly #inOrder = new InOrder();
  #isClosed = false;

  constructor({ handshake, address, headers }: LineOptions, events: LineEvents) {
    this.#events = events;
    const options = {
      auth: { ...handshake, packs: canUnpack },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      timeout: CONNECT_MS,
      reconnectionDelay: RETRY_MS.first,
      reconnectionDelayMax: RETRY_MS.longest,
      extraHeaders: { [OWN_PAGE_HEADER]: '1', ...headers },
    };
    this.#socket = address === undefined ? io(options) : io(address, options);
    this.#socket.on('connect', () => events.up());
    this.#socket.on('connect_error', () => events.down());
    this.#socket.on('disconnect', (reason) => {
      events.down();
      if (reason === 'io server disconnect' && !this.#isClosed) this.#socket.connect();
    });
    this.#socket.on('snapshot', (snapshot) => this.#inOrder.hear(() => events.snapshot(snapshot)));
    this.#socket.on('delta', (delta) => this.#inOrder.hear(() => events.delta(delta)));
    this.#socket.on('packed', (text) => {
      const heard = this.#inOrder.unpack(unpacked(text), ([event, message]) => {
        if (event === 'delta') events.delta(message);
        else events.snapshot(message);
      });
      // A line that damages what it carries is given up: the next one brings the views whole.
      heard.catch(() => this.renew());
    });
    this.#socket.on('goodbye', (goodbye) => {
      this.close();
      events.goodbye(goodbye);
    });
  }

  get isUp(): boolean {
    return this.#socket.connected;
  }

  /** null when no answer came: it may have been stored, or not. */
  command(envelope: Envelope): Promise<Ack | null> {
    return this.#answered<CommandReply>((reply) =>
      this.#socket.timeout(ANSWER_MS).emit('command', envelope, (error, answer) => {
        if (!error) this.#hearOwn(answer);
        reply(error, answer);
      }),
    );
  }

  /** `take` gets the views in their place among all that comes on the line. False when no answer came. */
  sync(take: (reply: Pick<SyncReply, 'serverNow' | 'snapshots'>) => void): Promise<boolean> {
    return new Promise((resolve) => {
      if (!this.#socket.connected) return resolve(false);
      this.#socket.timeout(ANSWER_MS).emit('sync', (error, answer) => {
        if (error) return resolve(false);
        const hear = (large: Snapshot[]): void => {
          take({ ...answer, snapshots: [...answer.snapshots, ...large] });
          resolve(true);
        };
        if (!answer.packed?.length) return this.#inOrder.hear(() => hear([]));
        const unpacking = Promise.all(answer.packed.map(unpackedSnapshot));
        this.#inOrder.unpack(unpacking, hear).catch(() => {
          this.renew();
          resolve(true);
        });
      });
    });
  }

  /** The server's clock. */
  beat(): Promise<number | null> {
    return this.#answered<number>((reply) => this.#socket.timeout(WAKE_MS).emit('beat', reply));
  }

  /** Connects at once instead of after the pause between two tries. */
  hurry(): void {
    if (!this.#isClosed && !this.#socket.connected) this.#socket.disconnect().connect();
  }

  /** Gives up a line that answers nothing, and connects again. */
  renew(): void {
    if (!this.#isClosed) this.#socket.disconnect().connect();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket.disconnect();
  }

  /** As soon as the answer is here, so that what comes behind it on the line finds it applied. */
  #hearOwn(answer: CommandReply): void {
    const own = answer.ok ? answer.own : undefined;
    if (own) this.#inOrder.hear(() => this.#events.delta(own));
  }

  #answered<A>(ask: (reply: (error: Error | null, answer: A) => void) => void): Promise<A | null> {
    if (!this.#socket.connected) return Promise.resolve(null);
    return new Promise((resolve) => ask((error, answer) => resolve(error ? null : answer)));
  }
}

async function unpackedSnapshot(text: string): Promise<Snapshot> {
  const [, message] = await unpacked(text);
  return message as Snapshot;
}
