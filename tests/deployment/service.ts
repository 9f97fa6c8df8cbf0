/**
 * Stands in for systemd where there is none: runs what the unit says, as its user, with its environment, and starts it
 * again as `Restart=always` does. It does not confine the process: the unit's hardening is only read by systemd-analyze.
 */
import { spawn, execFileSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export class Service {
  readonly #unit: Map<string, string>;
  #child: ChildProcess | null = null;
  #isWanted = false;
  #running: Promise<void> = Promise.resolve();
  log = '';
  starts = 0;

  constructor(unitPath: string) {
    this.#unit = settingsOf(readFileSync(unitPath, 'utf8'));
    if (this.#setting('Restart') !== 'always') throw new Error('The unit does not restart the server.');
  }

  start(): void {
    this.#isWanted = true;
    this.#running = this.#keepRunning();
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#child?.kill('SIGTERM');
    await this.#running;
  }

  /** As a crash: the process has no say in it. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async #keepRunning(): Promise<void> {
    while (this.#isWanted) {
      this.#child = this.#spawn();
      await once(this.#child, 'exit');
      this.#child = null;
      if (this.#isWanted) await pause(Number(this.#setting('RestartSec')) * 1_000);
    }
  }

  #spawn(): ChildProcess {
    const [program = '', ...args] = this.#setting('ExecStart').split(' ');
    const user = this.#setting('User');
    const id = (option: string): number => Number(execFileSync('id', [option, user]).toString());
    const child = spawn(program, args, {
      cwd: this.#setting('WorkingDirectory'),
      env: Object.fromEntries(settingsOf(readFileSync(this.#setting('EnvironmentFile'), 'utf8'))),
      uid: id('-u'),
      gid: id('-g'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (this.log += text.toString()));
    this.starts += 1;
    return child;
  }

  #setting(name: string): string {
    const value = this.#unit.get(name);
    if (value === undefined) throw new Error(`The unit says nothing of ${name}.`);
    return value;
  }
}

function settingsOf(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => /^[A-Za-z_]+=/.test(line));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
