/** Takes every request that is not a socket's, says by which protocol it came, and hands it to the pages once they are open; what programs ask comes before. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROTOCOL_HEADER } from '../env.ts';
import { protocolOf } from './origin.ts';
import type { Pages } from './pages.ts';
import type { Probes } from './probes.ts';
import type { RequestLog } from './request-log.ts';
import { say } from './say.ts';

export interface FrontDeskOptions {
  isBehindProxy: boolean;
  probes: Probes;
  log: RequestLog;
}

export class FrontDesk {
  readonly #options: FrontDeskOptions;
  #pages: Pages | null = null;

  constructor(options: FrontDeskOptions) {
    this.#options = options;
  }

  open(pages: Pages): void {
    this.#pages = pages;
  }

  readonly receive = (request: IncomingMessage, response: ServerResponse): void => {
    const { isBehindProxy, probes, log } = this.#options;
    log.follow(request, response);
    if (probes.receive(request, response)) return;
    // On plain http the pages would take a form for one from another site, and refuse it.
    request.headers[PROTOCOL_HEADER] = protocolOf(request, isBehindProxy);
    if (!this.#pages) return say(response, 503, 'Plumbline is starting. Reload in a moment.');
    this.#pages(request, response, () => say(response, 404, 'There is no such page here.'));
  };
}
