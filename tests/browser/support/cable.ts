/** The line between one phone and the server, which can be cut: a browser's own offline switch leaves open WebSockets alone. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export class Cable {
  readonly #ends = new Set<Socket>();
  readonly #plug;
  #isCut = false;

  private constructor(to: number) {
    this.#plug = createServer((near) => {
      if (this.#isCut) return near.destroy();
      const far = connect(to, '127.0.0.1');
      this.#join(near, far);
      this.#join(far, near);
    });
  }

  static async lay(to: number): Promise<Cable> {
    const cable = new Cable(to);
    await new Promise<void>((done) => cable.#plug.listen(0, '127.0.0.1', done));
    return cable;
  }

  get port(): number {
    return (this.#plug.address() as AddressInfo).port;
  }

  cut(): void {
    this.#isCut = true;
    for (const end of this.#ends) end.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async pullOut(): Promise<void> {
    this.cut();
    await new Promise((done) => this.#plug.close(done));
  }

  #join(from: Socket, to: Socket): void {
    this.#ends.add(from);
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#ends.delete(from);
      to.destroy();
    });
  }
}
