/**
 * The line between one client and the server, a user-land TCP proxy: it can be cut, lose the next acknowledgement, or
 * become a black hole: sockets stay open, bytes vanish both ways, and neither end learns that the other has gone.
 */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Frames } from './frames.ts';
import type { Unit } from './frames.ts';
import { WireRecord } from './wire-record.ts';

interface Pair {
  near: Socket;
  far: Socket;
  /** One end has closed while nothing passed: the other learns of it when the line is whole again. */
  isHalf: boolean;
  /** Nothing passes on it any more, whatever becomes of the line. */
  isStranded: boolean;
}

export class Link {
  readonly record = new WireRecord();
  readonly #server: Server;
  readonly #target: number;
  readonly #pairs = new Set<Pair>();
  readonly #mute = new Set<Socket>();
  #state: 'whole' | 'cut' | 'black' = 'whole';
  #losesAck = false;
  /** How many acknowledgements were lost so. */
  lostAcks = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((near) => this.#join(near));
  }

  static async to(port: number): Promise<Link> {
    const link = new Link(port);
    await new Promise<void>((done, fail) => {
      link.#server.once('error', fail);
      link.#server.listen(0, '127.0.0.1', done);
    });
    return link;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#state = 'cut';
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    for (const near of this.#mute) near.destroy();
  }

  blacken(): void {
    this.#state = 'black';
  }

  /** What is connected now hears nothing any more, as behind a router that has forgotten it; new connections pass. */
  strand(): void {
    for (const pair of this.#pairs) pair.isStranded = true;
  }

  loseNextAck(): void {
    this.#losesAck = true;
  }

  mend(): void {
    this.#state = 'whole';
    this.#losesAck = false;
    for (const pair of this.#pairs) if (pair.isHalf && !pair.isStranded) part(pair);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.#server.close(done));
  }

  #join(near: Socket): void {
    if (this.#state === 'cut') return void near.destroy();
    if (this.#state === 'black') return this.#swallow(near);
    const pair = { near, far: connect(this.#target, '127.0.0.1'), isHalf: false, isStranded: false };
    this.#pairs.add(pair);
    const [up, down] = [new Frames(), new Frames()];
    const switchBoth = (): void => [up, down].forEach((each) => each.switchOver());
    near.on('data', (chunk) => this.#carryUp(pair, up.take(chunk, switchBoth)));
    pair.far.on('data', (chunk) => this.#carryDown(pair, down.take(chunk, switchBoth)));
    for (const end of [near, pair.far]) {
      end.setNoDelay(true);
      end.on('error', () => undefined);
      end.on('close', () => this.#closed(pair));
    }
  }

  /** A connection begun in a black hole: accepted, as by a router on the way, and never answered. */
  #swallow(near: Socket): void {
    this.#mute.add(near);
    near.on('data', () => undefined);
    near.on('error', () => undefined);
    near.on('close', () => this.#mute.delete(near));
  }

  #carryUp({ far, isStranded }: Pair, units: readonly Unit[]): void {
    for (const { bytes, text } of units) {
      if (isStranded || this.#state === 'black') continue;
      this.record.clientSaid(text);
      far.write(bytes);
    }
  }

  #carryDown(pair: Pair, units: readonly Unit[]): void {
    for (const { bytes, text } of units) {
      const acks = this.record.serverSaid(text);
      if (pair.isStranded || this.#state === 'black') continue;
      if (this.#losesAck && acks.some(({ ack }) => ack.ok)) {
        this.#losesAck = false;
        this.lostAcks += 1;
        return part(pair);
      }
      this.record.carried(acks);
      pair.near.write(bytes);
    }
  }

  #closed(pair: Pair): void {
    pair.isHalf = true;
    if (this.#state === 'black' || pair.isStranded) return;
    part(pair);
    this.#pairs.delete(pair);
  }
}

function part({ near, far }: Pair): void {
  near.destroy();
  far.destroy();
}
