/** A server in a process of its own. What it costs is asked of it over the process channel, so that a client's work is never counted as its. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What every measured server can be asked. */
export interface Cost {
  cpuMs: number;
  rssKB: number;
}

type Reply = { ready: unknown } | { id: number; answer: unknown };

export class MeasuredServer<Ready> {
  readonly ready: Ready;
  readonly #process: ChildProcess;
  #asked = 0;

  private constructor(process: ChildProcess, ready: Ready) {
    this.#process = process;
    this.ready = ready;
  }

  /** `program`: a file of this folder that ends in `answerQuestions`. */
  static async start<Ready>(program: string, options: object = {}): Promise<MeasuredServer<Ready>> {
    const path = fileURLToPath(new URL(`./${program}`, import.meta.url));
    const child = fork(path, [JSON.stringify(options)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // As `npm start` does.
      env: { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/node' },
    });
    const ready = await new Promise<Ready>((done, fail) => {
      child.once('exit', (code) => fail(new Error(`${program} ended with ${String(code)}.`)));
      child.once('message', (message: Reply) => 'ready' in message && done(message.ready as Ready));
    });
    return new MeasuredServer(child, ready);
  }

  ask<Answer>(question: string): Promise<Answer> {
    const id = (this.#asked += 1);
    return new Promise((done) => {
      const hear = (reply: Reply): void => {
        if (!('id' in reply) || reply.id !== id) return;
        this.#process.off('message', hear);
        done(reply.answer as Answer);
      };
      this.#process.on('message', hear);
      this.#process.send({ id, question });
    });
  }

  cost(): Promise<Cost> {
    return this.ask<Cost>('cost');
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.disconnect();
    await gone;
  }
}
