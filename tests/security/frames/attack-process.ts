import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Served } from './served-process.ts';

export type Orders = { served: Served; seed: number } | { frames: number };
export interface Attacked {
  /** Since the beginning. */
  sent: number;
  /** How often the server hung up on an attacker. */
  cuts: number;
  error: string | null;
}

export class AttackProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(served: Served, seed: number): Promise<AttackProcess> {
    const attack = new AttackProcess(fork(join(import.meta.dirname, 'attack.ts')));
    await attack.#order({ served, seed });
    return attack;
  }

  send(frames: number): Promise<Attacked> {
    return this.#order({ frames });
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  async #order(orders: Orders): Promise<Attacked> {
    const answer = once(this.#child, 'message') as Promise<[Attacked]>;
    this.#child.send(orders);
    const [attacked] = await answer;
    if (attacked.error !== null) throw new Error(attacked.error);
    return attacked;
  }
}
