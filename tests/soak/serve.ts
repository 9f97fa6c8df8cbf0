/**
 * The server of a soak, in a process of its own: `node --expose-gc serve.ts DIR`. What staff and doors do is asked of it by
 * messages; how much it holds is measured here, after the garbage is gone, and nothing of it is in the product.
 */
import { hostCookie, phoneCookie } from '../../server/rehearsal/seats.ts';
import { startServer } from '../../server/start-server.ts';
import type { Profile } from '../../src/lib/protocol/people.ts';

export type Order =
  | { type: 'open' }
  | { type: 'join'; code: string; profile: Profile }
  | { type: 'close'; workshop: string }
  | { type: 'measure' };

export interface Opened {
  workshop: string;
  code: string;
  host: string;
}

export interface Measured {
  heapMB: number;
  rssMB: number;
  /** Connections of clients. */
  lines: number;
  /** What else is open or under way, without timers, of which each line has its own. */
  handles: number;
}

const MB = 1024 * 1024;
const [dir = ''] = process.argv.slice(2);
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  data: { dir },
  pages: 'none',
  withSample: true,
  logLevel: 'error',
});
const { doors, workshops } = server.services;
const [sample] = await workshops.list();
if (!sample) throw new Error('The sample workshop is missing.');

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  void obey(order).then(
    (answer) => process.send?.({ id, answer }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0, answer: server.port });

async function obey(order: Order): Promise<Opened | Measured | string> {
  switch (order.type) {
    case 'open': {
      const workshop = await workshops.duplicate(sample?.id ?? '');
      const opened = await workshops.open(workshop);
      const code = (await workshops.get(workshop))?.code ?? '';
      if (!opened.ok) throw new Error(opened.message);
      return { workshop, code, host: await hostCookie(doors, workshop, code) };
    }
    case 'join':
      return phoneCookie(doors, order.code, order.profile);
    case 'close': {
      const closed = await workshops.close(order.workshop);
      return closed.ok ? '' : closed.message;
    }
    case 'measure': {
      globalThis.gc?.();
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      const active = process.getActiveResourcesInfo();
      const lines = active.filter((kind) => kind === 'TCPSocketWrap').length;
      const handles = active.filter((kind) => kind !== 'TCPSocketWrap' && kind !== 'Timeout').length;
      return { heapMB: heapUsed / MB, rssMB: rss / MB, lines, handles };
    }
  }
}
