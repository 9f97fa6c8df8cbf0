/** A server in a process of its own, to be killed or stopped: `node serve.ts DIR PORT PHONES`. Says in a line of JSON where it is and who may come in, and in a line each time something is written. */
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../server/start-server.ts';
import { stopWhenAsked } from '../../server/start/stop-when-asked.ts';
import { seatCookie } from '../../server/seats.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/port.ts';

export interface Served {
  port: number;
  workshop: string;
  code: string;
  /** The console's cookie; empty after the first start, when nobody new is let in. */
  host: string;
  /** Tokens of the cast's phones, in its order. */
  phones: string[];
}

const SLOW_MS = 25;

const [dir = '', port = '0', seed = '1', phones = '0'] = process.argv.slice(2);
const server = await startServer({
  host: '127.0.0.1',
  port: Number(port),
  data: { store: slow(await openStore(dir)) },
  pages: 'none',
  withSample: true,
});
stopWhenAsked(server, (error) => {
  throw error;
});
const [workshop] = await server.services.workshops.list();
if (!workshop) throw new Error('The sample workshop is missing.');
const { doors } = server.services;
const tokens: string[] = [];
for (const { profile } of castOf(Number(seed), Number(phones))) {
  const joined = await doors.join(workshop.code, profile);
  if ('token' in joined) tokens.push(joined.token);
}
const served: Served = {
  port: server.port,
  workshop: workshop.id,
  code: workshop.code,
  host: tokens.length > 0 ? await hostCookie(workshop.id, workshop.code) : '',
  phones: tokens,
};
process.stdout.write(`${JSON.stringify(served)}\n`);

/** A disk that takes its time, so that whoever kills the server finds something decided and not written, or written and not answered. */
function slow(store: Store): Store {
  const append = store.append.bind(store);
  store.append = async (...step) => {
    await pause(SLOW_MS);
    await append(...step);
    process.stdout.write('written\n');
    await pause(SLOW_MS);
  };
  return store;
}

async function hostCookie(id: string, code: string): Promise<string> {
  const offered = await doors.offerSeat(id, 'staff', 'lead', 'Facilitator');
  const taken = 'secret' in offered ? await doors.takeSeat(code, offered.secret) : offered;
  return 'token' in taken ? `${seatCookie('console', id)}=${taken.token}` : '';
}
