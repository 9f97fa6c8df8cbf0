/**
 * A phone's network between it and a server on loopback, in user land: delay one way, a rate, and now and then a stall as a
 * lost packet causes it. Browser throttling does not slow WebSockets; this slows whatever goes through it.
 */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Stream } from '../../server/rehearsal/stream.ts';

export interface LinkOptions {
  /** One way. */
  delayMs: number;
  bytesPerSecond?: number;
  /** This share of what is carried, and all behind it, comes so much later. */
  stalls?: { share: number; ms: number; seed: number };
}

const PIECE = 4_096;

export class SlowLink {
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(target: { host: string; port: number }, options: LinkOptions) {
    const chance = options.stalls && new Stream(options.stalls.seed, 'stalls');
    // All connections of a phone share its link.
    const up = new Way(options, chance);
    const down = new Way(options, chance);
    this.#server = createServer((near) => {
      const far = connect(target);
      // A connection takes a round trip to open, and on loopback took none: its first word comes after both.
      carry(near, far, up, performance.now() + 3 * options.delayMs);
      carry(far, near, down, 0);
      for (const end of [near, far]) {
        this.#open.add(end);
        end.on('close', () => this.#open.delete(end));
      }
    });
  }

  /** `address`: of the server it leads to. */
  static async to(address: string, options: LinkOptions): Promise<SlowLink> {
    const { hostname, port } = new URL(address);
    const link = new SlowLink({ host: hostname, port: Number(port) }, options);
    await new Promise<void>((done, fail) => {
      link.#server.once('error', fail);
      link.#server.listen(0, '127.0.0.1', done);
    });
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Where the server is found through this link. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    for (const end of this.#open) end.destroy();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }
}

/** One direction: when a piece that comes now is through. */
class Way {
  readonly #options: LinkOptions;
  readonly #chance: Stream | undefined;
  #freeAt = 0;

  constructor(options: LinkOptions, chance: Stream | undefined) {
    this.#options = options;
    this.#chance = chance;
  }

  /** Milliseconds of `performance.now()`. */
  throughAt(bytes: number): number {
    const { delayMs, bytesPerSecond, stalls } = this.#options;
    const takes = bytesPerSecond === undefined ? 0 : (bytes / bytesPerSecond) * 1_000;
    this.#freeAt = Math.max(this.#freeAt, performance.now()) + takes;
    const stall = stalls && this.#chance?.chance(stalls.share) ? stalls.ms : 0;
    return this.#freeAt + delayMs + stall;
  }
}

function carry(from: Socket, to: Socket, way: Way, opensAt: number): void {
  let lastAt = opensAt;
  const queue: { at: number; task: () => void }[] = [];
  // One timer for the head of the queue: of two timers that end in the same millisecond either may come first, and bytes would change places.
  const wait = (): void => {
    const [head] = queue;
    if (head) setTimeout(deliver, Math.max(0, head.at - performance.now()));
  };
  const deliver = (): void => {
    queue.shift()?.task();
    while (queue[0] && queue[0].at <= performance.now()) queue.shift()?.task();
    wait();
  };
  const after = (at: number, task: () => void): void => {
    // What was sent later never comes earlier.
    lastAt = Math.max(lastAt, at);
    queue.push({ at: lastAt, task });
    if (queue.length === 1) wait();
  };
  from.setNoDelay(true);
  from.on('data', (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      after(way.throughAt(piece.length), () => to.writable && to.write(piece));
    }
  });
  from.on('end', () => after(way.throughAt(0), () => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', () => after(way.throughAt(0), () => to.destroy()));
}
