/** One line for a request, when it is over: never its query, its secrets, or who asked (S2). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { loggedPath } from '../instruments/logged-path.ts';
import type { Log } from '../room/ports.ts';

export class RequestLog {
  readonly #log: Log;
  #count = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  follow(request: IncomingMessage, response: ServerResponse): void {
    const startedAt = performance.now();
    const asked = {
      request: (this.#count += 1),
      method: request.method,
      path: loggedPath(request.url ?? '/'),
    };
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedAt);
      const fields = { ...asked, status: response.writableFinished ? response.statusCode : null, ms };
      if (response.statusCode >= 500) this.#log.error(fields, 'request');
      else if (isRoutine(asked.path)) this.#log.debug(fields, 'request');
      else this.#log.info(fields, 'request');
    });
  }
}

/** What programs ask all day, and the files of a page. */
function isRoutine(path: string): boolean {
  return path.startsWith('/_app/') || ['/healthz', '/readyz', '/metrics', '/icon.svg'].includes(path);
}
