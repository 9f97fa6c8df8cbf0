/** A browser without a window: it keeps cookies, says where it comes from, and remembers all it was told. */
import { ask, cookiesSet } from './request.ts';
import type { Answered } from './request.ts';

export class Visiting {
  readonly answers: { path: string; answer: Answered }[] = [];
  readonly #jar = new Map<string, string>();
  readonly #port: number;
  #last: string | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Follows what it is told, as a browser would. */
  async go(path: string, form?: Record<string, string>): Promise<Answered> {
    const origin = `http://127.0.0.1:${this.#port}`;
    const headers = { cookie: this.cookie, origin, ...(this.#last ? { referer: origin + this.#last } : {}) };
    const answer = await ask(this.#port, path, { headers, ...(form ? { form } : {}) });
    this.answers.push({ path, answer });
    this.#last = path;
    for (const { pair } of cookiesSet(answer)) {
      const at = pair.indexOf('=');
      this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const { location } = answer.headers;
    return location === undefined ? answer : this.go(location);
  }
}
