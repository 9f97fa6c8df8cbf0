/** The one handle by which the pages, which are bundled apart, reach the services of this process. */
import type { Services } from '../services.ts';

const KEY = Symbol.for('plumbline.services');

export function publishServices(services: Services): void {
  (globalThis as { [KEY]?: Services })[KEY] = services;
}
