/** Takes every request that is not a socket's, says by which protocol it came, and hands it to the pages once they are open. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROTOCOL_HEADER } from '../env.ts';
import { protocolOf } from './origin.ts';
import type { Pages } from './pages.ts';

export class FrontDesk {
  readonly #isBehindProxy: boolean;
  #pages: Pages | null = null;

  constructor(isBehindProxy: boolean) {
    this.#isBehindProxy = isBehindProxy;
  }

  open(pages: Pages): void {
    this.#pages = pages;
  }

  readonly receive = (request: IncomingMessage, response: ServerResponse): void => {
    // On plain http the pages would take a form for one from another site, and refuse it.
    request.headers[PROTOCOL_HEADER] = protocolOf(request, this.#isBehindProxy);
    if (!this.#pages) return say(response, 503, 'Plumbline is starting. Reload in a moment.');
    this.#pages(request, response, () => say(response, 404, 'There is no such page here.'));
  };
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(sentence);
}
