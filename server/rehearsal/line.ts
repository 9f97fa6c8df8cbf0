/** An employer's own line to the server: counts what comes down it, and can be cut and mended as a phone's network is. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

export class Line {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #isCut = false;
  #received = 0;

  private constructor(target: { host: string; port: number }) {
    this.#server = createServer((phone) => this.#join(phone, target));
  }

  /** `address`: of the server it leads to. */
  static async to(address: string): Promise<Line> {
    const { hostname, port } = new URL(address);
    const line = new Line({ host: hostname, port: Number(port) });
    await new Promise<void>((done, fail) => {
      line.#server.once('error', fail);
      line.#server.listen(0, '127.0.0.1', done);
    });
    return line;
  }

  /** Where a phone finds the server through this line. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Bytes that came down to the phone, frames and handshakes included. */
  get received(): number {
    return this.#received;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #join(phone: Socket, target: { host: string; port: number }): void {
    if (this.#isCut) return void phone.destroy();
    const server = connect(target);
    for (const [one, other] of [
      [phone, server],
      [server, phone],
    ] as const) {
      this.#open.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
    }
    server.on('data', (bytes) => (this.#received += bytes.length));
    server.pipe(phone);
    phone.pipe(server);
  }
}
