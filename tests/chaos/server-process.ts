/** A server process that is killed and comes back on the same port and folder. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Served } from './serve.ts';
import type { Kill } from './faults.ts';

/** Nobody says anything, so that nothing is written: then it is killed all the same. */
const NO_APPEND_MS = 1_500;
const TRIES = 5;

export class ServerProcess {
  readonly #args: { dir: string; port: number; seed: number };
  #child: ChildProcess | null = null;
  #isMeant = false;
  /** How often it ended without being killed. */
  crashes = 0;
  /** Between `listening` of the new one and the end of the old one. */
  readonly downMs: number[] = [];

  constructor(args: { dir: string; port: number; seed: number }) {
    this.#args = args;
  }

  get pids(): number[] {
    return this.#child?.pid === undefined ? [] : [this.#child.pid];
  }

  /** `phones`: how many people are let in, on the first start. */
  async start(phones: number): Promise<Served> {
    for (let left = TRIES; left > 0; left -= 1) {
      const served = await this.#spawn(phones);
      if (served) return served;
      await pause(200);
    }
    throw new Error('The server does not start.');
  }

  async kill({ moment, downMs }: Kill): Promise<void> {
    this.#isMeant = true;
    if (moment !== 'any' && this.#child) {
      const gone = once(this.#child, 'exit');
      this.#child.stdin?.write(`${moment}\n`);
      await Promise.race([gone, pause(NO_APPEND_MS, undefined, { ref: false })]);
    }
    await this.end();
    const endedAt = performance.now();
    await pause(downMs);
    await this.start(0);
    this.downMs.push(performance.now() - endedAt);
  }

  async end(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#isMeant = true;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async #spawn(phones: number): Promise<Served | null> {
    const { dir, port, seed } = this.#args;
    const program = fileURLToPath(new URL('./serve.ts', import.meta.url));
    const args = [program, dir, String(port), String(seed), String(phones)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    this.#isMeant = false;
    const lines = createInterface({ input: child.stdout });
    return new Promise((done) => {
      let isUp = false;
      lines.on('line', (line) => {
        isUp = true;
        done(JSON.parse(line) as Served);
      });
      child.once('exit', () => {
        if (!this.#isMeant && isUp) this.crashes += 1;
        done(null);
      });
    });
  }
}
