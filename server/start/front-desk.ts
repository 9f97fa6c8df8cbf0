/**
 * Takes every request that is not a socket's, says from where and by which protocol it came, and hands it to the pages once they
 * are open; what programs ask comes before.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ADDRESS_HEADER, PROTOCOL_HEADER } from '../env.ts';
import { addressOf, protocolOf } from './origin.ts';
import type { Pages } from './pages.ts';
import type { Probes } from './probes.ts';
import type { RequestLog } from './request-log.ts';
import { say } from './say.ts';

export interface FrontDeskOptions {
  isBehindProxy: boolean;
  probes: Probes;
  log: RequestLog;
}

/**
 * On pages, files and errors alike. `same-origin`, not `no-referrer`: with the latter a browser sends a form of our own with
 * `Origin: null`, and it is refused. An address never leaves for another site.
 */
const ON_EVERYTHING = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Of what is no page; a page brings its own.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
};

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
    for (const [name, value] of Object.entries(ON_EVERYTHING)) response.setHeader(name, value);
    leavePolicyOfKept(response);
    if (probes.receive(request, response)) return;
    // On plain http the pages would take a form for one from another site, and refuse it.
    request.headers[PROTOCOL_HEADER] = protocolOf(request, isBehindProxy);
    request.headers[ADDRESS_HEADER] = addressOf(request, isBehindProxy);
    if (!this.#pages) return say(response, 503, 'Plumbline is starting. Reload in a moment.');
    this.#pages(request, response, () => say(response, 404, 'There is no such page here.'));
  };
}

/**
 * "Not modified" says nothing of a page's policy, and what it does say takes the place of what the browser has kept: a policy here would
 * forbid the page its own styles when it is reloaded.
 */
function leavePolicyOfKept(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    if (head[0] === 304) response.removeHeader('content-security-policy');
    return write(...head);
  };
}
