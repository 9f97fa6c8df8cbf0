/** The server process of a soak, from outside: orders, and what the system says it holds. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Measured, Opened, Order } from './serve.ts';

interface Reply {
  id: number;
  answer?: unknown;
  error?: string;
}

interface Answers {
  open: Opened;
  join: string;
  close: string;
  measure: Measured;
}

export class Server {
  readonly #child: ChildProcess;
  readonly #dir: string;
  readonly #waiting = new Map<number, { done: (answer: never) => void; fail: (error: Error) => void }>();
  #lastId = 0;
  #port = 0;

  private constructor(dir: string) {
    this.#dir = dir;
    const program = fileURLToPath(new URL('./serve.ts', import.meta.url));
    this.#child = fork(program, [dir], { execArgv: ['--expose-gc'] });
    this.#child.on('message', (reply: Reply) => this.#heard(reply));
    this.#child.on('exit', (code, signal) => {
      for (const { fail } of this.#waiting.values())
        fail(new Error(`The server has ended (${code ?? signal}).`));
    });
  }

  static async start(dir: string): Promise<Server> {
    const server = new Server(dir);
    server.#port = await server.#answered<number>(0);
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  order<T extends Order['type']>(order: Extract<Order, { type: T }>): Promise<Answers[T]> {
    this.#lastId += 1;
    const answer = this.#answered<Answers[T]>(this.#lastId);
    this.#child.send({ id: this.#lastId, order });
    return answer;
  }

  /** Open descriptors: sockets, files, pipes. */
  async descriptors(): Promise<number> {
    return (await readdir(`/proc/${this.#child.pid ?? 0}/fd`)).length;
  }

  async files(): Promise<number> {
    return (await readdir(this.#dir, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    ).length;
  }

  async end(): Promise<void> {
    const gone = new Promise((done) => this.#child.once('exit', done));
    this.#child.kill('SIGKILL');
    await gone;
  }

  #answered<A>(id: number): Promise<A> {
    return new Promise<A>((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  #heard({ id, answer, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.done(answer as never);
    else waiting?.fail(new Error(error));
  }
}
