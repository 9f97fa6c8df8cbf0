import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Served {
  address: string;
  workshop: string;
  /** Cookies. */
  screen: string;
  honest: string[];
  strangers: string[];
}
export interface Bytes {
  held: number;
  process: number;
}
export type Told = { served: Served } | { bytes: Bytes };

export class ServedProcess {
  readonly served: Served;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, served: Served) {
    this.#child = child;
    this.served = served;
  }

  static async start(): Promise<ServedProcess> {
    const child = fork(join(import.meta.dirname, 'serve.ts'), { execArgv: ['--expose-gc'] });
    const told = await hear(child);
    if (!('served' in told)) throw new Error('The server did not say where it is.');
    return new ServedProcess(child, told.served);
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What it holds when everything that can go has gone. */
  async bytes(): Promise<Bytes> {
    const answer = hear(this.#child);
    this.#child.send('bytes');
    const told = await answer;
    if (!('bytes' in told)) throw new Error('The server did not say what it holds.');
    return told.bytes;
  }

  async close(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}

/** What it says next; an error when it ends instead. */
function hear(child: ChildProcess): Promise<Told> {
  return new Promise((done, fail) => {
    const ended = (): void => fail(new Error('The server has ended.'));
    child.once('exit', ended);
    child.once('message', (told) => {
      child.off('exit', ended);
      done(told as Told);
    });
  });
}
