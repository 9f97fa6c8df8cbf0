/** What programs ask of a running server, answered before any page: is it alive, may it be given work, how is it doing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../instruments/metrics.ts';
import { mayReadMetrics } from './metrics-reader.ts';
import type { Readiness } from './readiness.ts';
import { say } from './say.ts';

export interface ProbesOptions {
  readiness: Readiness;
  metrics: Metrics;
  /** null: only this machine reads metrics. */
  metricsToken: string | null;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export class Probes {
  readonly #options: ProbesOptions;
  readonly #answers: Readonly<Record<string, Answer>> = {
    '/healthz': (_request, response) => Promise.resolve(say(response, 200, 'alive')),
    '/readyz': (_request, response) => this.#ready(response),
    '/metrics': (request, response) => this.#metrics(request, response),
  };

  constructor(options: ProbesOptions) {
    this.#options = options;
  }

  /** False when the request is for somebody else. */
  receive(request: IncomingMessage, response: ServerResponse): boolean {
    const [path = ''] = (request.url ?? '').split('?');
    const answer = Object.hasOwn(this.#answers, path) ? this.#answers[path] : undefined;
    if (!answer) return false;
    response.setHeader('cache-control', 'no-store');
    if (request.method === 'GET' || request.method === 'HEAD')
      answer(request, response).catch(() => say(response, 500, 'That cannot be said now.'));
    else say(response, 405, 'This can only be read.');
    return true;
  }

  async #ready(response: ServerResponse): Promise<void> {
    const obstacle = await this.#options.readiness.obstacle();
    say(response, obstacle === null ? 200 : 503, obstacle ?? 'ready');
  }

  async #metrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { metrics, metricsToken } = this.#options;
    if (!mayReadMetrics(request, metricsToken))
      return say(
        response,
        403,
        'Metrics are for this machine, or for who holds METRICS_TOKEN: send it as a bearer token.',
      );
    const { type, body } = await metrics.text();
    response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' });
    response.end(body);
  }
}
