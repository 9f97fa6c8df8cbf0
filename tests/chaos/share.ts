/**
 * How much slower than alone the processes of a run were over a while, because others wanted the same cores: the time they
 * waited for a core against the time they had one (Linux's schedstat). 1 where the system does not tell, or nobody else ran.
 */
import { readFile } from 'node:fs/promises';

interface Spent {
  ran: number;
  waited: number;
}

export class Share {
  readonly #pids: readonly number[];
  readonly #before: readonly Spent[];

  private constructor(pids: readonly number[], before: readonly Spent[]) {
    this.#pids = pids;
    this.#before = before;
  }

  static async since(pids: readonly number[]): Promise<Share> {
    return new Share(pids, await Promise.all(pids.map(spentBy)));
  }

  /** Of the process that waited most. */
  async slowdown(): Promise<number> {
    const now = await Promise.all(this.#pids.map(spentBy));
    const slowdowns = now.map(({ ran, waited }, index) => {
      const before = this.#before[index] ?? { ran, waited };
      const [hadCore, hadNone] = [ran - before.ran, waited - before.waited];
      return hadCore > 0 ? 1 + hadNone / hadCore : 1;
    });
    return Math.max(1, ...slowdowns);
  }
}

async function spentBy(pid: number): Promise<Spent> {
  const text = await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').catch(() => '0 0');
  const [ran = 0, waited = 0] = text.split(' ').map(Number);
  return { ran, waited };
}
