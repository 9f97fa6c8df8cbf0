/**
 * The server of a chaos run, in a process of its own, to be killed: `node serve.ts DIR PORT SEED PHONES`. A real server on
 * a real folder, on a disk that takes its time. Says in one line of JSON who may come in. A line on its input (`unwritten`
 * or `unacknowledged`) says where in its next group commit the process kills itself: SIGKILL, as from outside.
 */
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { castOf } from '../../server/rehearsal/cast.ts';
import { hostCookie, phoneCookie, screenCookie } from '../../server/rehearsal/seats.ts';
import { Stream } from '../../server/rehearsal/stream.ts';
import { startServer } from '../../server/start-server.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/port.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';

export interface Seat {
  face: Face;
  cookie: string;
  /** Of the participant, or of the facilitator's or the screen's seat. */
  id: string;
}

export interface Served {
  workshop: string;
  /** The facilitator, the phones, the screen; empty after the first start. */
  seats: Seat[];
}

const SLOWEST_MS = 10;

const [dir = '', port = '0', seed = '1', phones = '0'] = process.argv.slice(2);
let dieWhen = '';
const orders = createInterface({ input: process.stdin });
orders.on('line', (line) => (dieWhen = line));
// Whoever runs it has gone: nobody is left to end it.
orders.on('close', () => process.exit(1));
const stream = new Stream(Number(seed), 'disk');
const server = await startServer({
  host: '127.0.0.1',
  port: Number(port),
  data: { store: slow(await openStore(dir)) },
  pages: 'none',
  withSample: true,
  logLevel: 'error',
});
const { doors, workshops } = server.services;
const [workshop] = await workshops.list();
if (!workshop) throw new Error('The sample workshop is missing.');
const served: Served = { workshop: workshop.id, seats: await seatsOf(workshop.id, workshop.code) };
process.stdout.write(`${JSON.stringify(served)}\n`);

async function seatsOf(id: string, code: string): Promise<Seat[]> {
  if (Number(phones) === 0) return [];
  const seats = [await seat('console', id, await hostCookie(doors, id, code))];
  for (const { profile } of castOf(Number(seed), Number(phones)))
    seats.push(await seat('phone', id, await phoneCookie(doors, code, profile)));
  seats.push(await seat('screen', id, await screenCookie(doors, id, code)));
  return seats;
}

async function seat(face: Face, id: string, cookie: string): Promise<Seat> {
  const found = await doors.seatOf(id, cookie.slice(cookie.indexOf('=') + 1));
  return { face, cookie, id: found?.id ?? '' };
}

/** So that commands wait for one another, and share appends. */
function slow(store: Store): Store {
  const append = store.append.bind(store);
  store.append = async (...step) => {
    await pause(stream.whole(0, SLOWEST_MS));
    if (dieWhen === 'unwritten') process.kill(process.pid, 'SIGKILL');
    await append(...step);
    if (dieWhen === 'unacknowledged') process.kill(process.pid, 'SIGKILL');
    await pause(stream.whole(0, SLOWEST_MS));
  };
  return store;
}
