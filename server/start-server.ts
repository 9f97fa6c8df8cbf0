/** One process, one port: the HTTP server, the sockets, the services, and the pages in front of them. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { tellPages } from './env.ts';
import type { Settings } from './env.ts';
import type { Log } from './room/ports.ts';
import type { Services } from './services.ts';
import { openServices } from './services/open-services.ts';
import type { StartRehearsal } from './services/workshops.ts';
import { Sockets } from './sockets.ts';
import { roomAddress } from './start/address.ts';
import { openControl } from './start/control.ts';
import type { Orders } from './start/control.ts';
import { FrontDesk } from './start/front-desk.ts';
import { publishServices } from './start/handle.ts';
import { isOwnOrigin } from './start/origin.ts';
import { builtPages, developmentPages } from './start/pages.ts';
import type { OpenedPages } from './start/pages.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/port.ts';
import { StorageFailed } from './store/storage-failed.ts';

/** Requests under way get so long when the server stops. */
const LAST_REQUESTS_MS = 2_000;

/** The server a rehearsal's employers come to; `stopping` is aborted when it stops. */
export interface RehearsalPlace {
  address: string;
  services: Services;
  stopping: AbortSignal;
}
export type RehearsalStarter = (
  place: RehearsalPlace,
  ...workshop: Parameters<StartRehearsal>
) => Promise<void>;

export interface ServerOptions {
  host: string;
  port: number;
  /** A folder of its own, or a store that is open already. */
  data: { dir: string } | { store: Store };
  /** `none`: services and sockets only, for programs. */
  pages: 'built' | 'development' | 'none';
  withSample?: boolean;
  publicOrigin?: string | null;
  isBehindProxy?: boolean;
  logLevel?: Settings['logLevel'];
  now?: () => number;
  /** Plays the employers of a rehearsal on the server at this address. */
  startRehearsal?: RehearsalStarter;
  /** Progress for the terminal. */
  say?: (line: string) => void;
  /** The store cannot be trusted any more: the process has to end. */
  broken?: (error: unknown) => void;
}

export interface RunningServer {
  port: number;
  services: Services;
  /** Where the data lives, for a person. */
  place: string;
  close(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = 'store' in options.data ? options.data.store : await openStore(options.data.dir);
  try {
    return await startOn(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(store: Store, options: ServerOptions): Promise<RunningServer> {
  const { host, isBehindProxy = false, publicOrigin = null, now = Date.now } = options;
  const log: Log = pino({ name: 'plumbline', level: options.logLevel ?? 'silent' }, pino.destination(2));
  const own = { publicOrigin, isBehindProxy };
  const desk = new FrontDesk(isBehindProxy);
  const http = createServer(desk.receive);
  const sockets = new Sockets({
    http,
    log,
    now,
    isOwnOrigin: (origin, request) => isOwnOrigin(origin, request, own),
  });
  const stopping = new AbortController();
  const { services, rooms } = await openServices({
    store,
    outlet: sockets,
    log,
    now,
    withSample: options.withSample ?? false,
    publicAddress: () => publicOrigin ?? roomAddress(host, portOf(http)),
    startRehearsal: (workshop) =>
      rehearsing(options)(
        { address: `http://${nearest(host)}:${portOf(http)}`, services, stopping: stopping.signal },
        workshop,
      ),
    storageFailed: (error, { canBeRead }) => {
      if (!canBeRead || (error instanceof StorageFailed && error.isFinal)) options.broken?.(error);
    },
  });
  await listen(http, host, options.port);
  sockets.serve(rooms);
  publishServices(services);
  const pages = await openPages(options, http);
  desk.open(pages.handle);
  const control = 'dir' in options.data ? await openControl(options.data.dir, ordersOf(services)) : null;
  return {
    port: portOf(http),
    services,
    place: store.place,
    /** Whoever was heard is answered before the line is cut; whoever was not asks the next server again (R3). */
    async close() {
      stopping.abort();
      await control?.close();
      await rooms.close();
      const closed = sockets.close();
      await pages.close();
      const impatient = setTimeout(() => http.closeAllConnections(), LAST_REQUESTS_MS);
      await closed;
      clearTimeout(impatient);
      await store.close();
    },
  };
}

/** How the server reaches itself. */
function nearest(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

function rehearsing({ startRehearsal }: ServerOptions): RehearsalStarter {
  return startRehearsal ?? (() => Promise.reject(new Error('This server was started without rehearsals.')));
}

async function openPages(
  { pages, isBehindProxy = false, say }: ServerOptions,
  http: Server,
): Promise<OpenedPages> {
  if (pages === 'none')
    return { handle: (_request, _response, next) => next(), close: () => Promise.resolve() };
  tellPages(isBehindProxy);
  return pages === 'development' ? developmentPages(http) : builtPages(say ?? (() => undefined));
}

function ordersOf(services: Services): Orders {
  const staffLink = async (name: string): Promise<string> =>
    `${services.publicAddress()}/staff/enter/${await services.staff.offerLink(name === '' ? undefined : { name })}`;
  return { 'staff-link': staffLink };
}

function listen(http: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    http.once('error', fail);
    http.listen(port, host, () => {
      http.off('error', fail);
      done();
    });
  });
}

function portOf(http: Server): number {
  return (http.address() as AddressInfo).port;
}
