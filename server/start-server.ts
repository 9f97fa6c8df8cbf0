/** One process, one port: the HTTP server, the sockets, the services, and the pages in front of them. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DestinationStream } from 'pino';
import { tellPages } from './env.ts';
import type { Settings } from './env.ts';
import { Metrics } from './instruments/metrics.ts';
import { loggedPath } from './instruments/logged-path.ts';
import { openLog } from './instruments/open-log.ts';
import { timedFiles, timedStore } from './instruments/timed-store.ts';
import type { AnsweredCommand } from './room/ports.ts';
import type { Services } from './services.ts';
import { openServices } from './services/open-services.ts';
import type { StartRehearsal } from './services/workshops.ts';
import { Sockets } from './sockets.ts';
import { roomAddress } from './start/address.ts';
import { openControl } from './start/control.ts';
import type { Orders } from './start/control.ts';
import { exportOrder } from './start/export-order.ts';
import { importOrder } from './start/import-order.ts';
import { FrontDesk } from './start/front-desk.ts';
import { publishServices } from './start/handle.ts';
import { isOwnOrigin, protocolOf } from './start/origin.ts';
import { builtPages, developmentPages } from './start/pages.ts';
import type { OpenedPages } from './start/pages.ts';
import { Probes } from './start/probes.ts';
import { Readiness } from './start/readiness.ts';
import { RequestLog } from './start/request-log.ts';
import { nodeFileSystem } from './store/file-system.ts';
import { steadyClock } from './start/steady-clock.ts';
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
  /** Elsewhere than stderr. */
  logTo?: DestinationStream;
  metricsToken?: string | null;
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
  const metrics = new Metrics();
  const store =
    'store' in options.data
      ? options.data.store
      : await openStore(options.data.dir, timedFiles(nodeFileSystem, metrics));
  try {
    return await startOn(timedStore(store, metrics), options, metrics);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(store: Store, options: ServerOptions, metrics: Metrics): Promise<RunningServer> {
  const { host, isBehindProxy = false, publicOrigin = null, now = steadyClock() } = options;
  const log = openLog(options.logLevel ?? 'silent', options.logTo);
  const own = { publicOrigin, isBehindProxy };
  const readiness = new Readiness(store);
  const probes = new Probes({ readiness, metrics, metricsToken: options.metricsToken ?? null });
  const desk = new FrontDesk({ isBehindProxy, probes, log: new RequestLog(log) });
  const answered = (command: AnsweredCommand): void => {
    metrics.answered(command);
    const { ack, seconds, ...asked } = command;
    log.info({ ...asked, outcome: ack.ok ? 'stored' : ack.code, ms: Math.round(seconds * 1_000) }, 'command');
  };
  const http = createServer(desk.receive);
  const sockets = new Sockets({
    http,
    log,
    now,
    isOwnOrigin: (origin, request) => isOwnOrigin(origin, request, own),
    answered,
    turnedAway(origin) {
      metrics.turnedAway();
      log.info({ origin: origin.slice(0, 100) }, 'a page from elsewhere asked for a socket');
    },
    isSecure: (request) => protocolOf(request, isBehindProxy) === 'https',
  });
  const stopping = new AbortController();
  const { services, rooms, close } = await openServices({
    store,
    outlet: sockets,
    log,
    now,
    withSample: options.withSample ?? false,
    hasPages: options.pages !== 'none',
    publicAddress: () => publicOrigin ?? roomAddress(host, portOf(http)),
    startRehearsal: (workshop) =>
      rehearsing(options)(
        { address: `http://${nearest(host)}:${portOf(http)}`, services, stopping: stopping.signal },
        workshop,
      ),
    answered,
    storageFailed: (error, { canBeRead }) => {
      readiness.storageFailed();
      metrics.storageFailed();
      if (!canBeRead || (error instanceof StorageFailed && error.isFinal)) options.broken?.(error);
    },
  });
  metrics.watch({ rooms: () => rooms.liveCount, sockets: () => sockets.countByFace() });
  await listen(http, host, options.port);
  sockets.serve(rooms);
  publishServices(services, ({ status, path, error }) => {
    const fields = { status, path: loggedPath(path) };
    if (status < 500) log.debug(fields, 'a page was not found or not given');
    else log.error({ ...fields, err: error }, 'a page broke');
  });
  const pages = await openPages(options, http);
  desk.open(pages.handle);
  readiness.opened();
  const control = 'dir' in options.data ? await openControl(options.data.dir, ordersOf(services)) : null;
  return {
    port: portOf(http),
    services,
    place: store.place,
    /** Whoever was heard is answered before the line is cut; whoever was not asks the next server again (R3). */
    async close() {
      readiness.stopping();
      stopping.abort();
      await control?.close();
      await rooms.close();
      await close();
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

async function openPages({ pages, say }: ServerOptions, http: Server): Promise<OpenedPages> {
  if (pages === 'none')
    return { handle: (_request, _response, next) => next(), close: () => Promise.resolve() };
  tellPages();
  return pages === 'development' ? developmentPages(http) : builtPages(say ?? (() => undefined));
}

function ordersOf(services: Services): Orders {
  const staffLink = async (name: string): Promise<string> =>
    `${services.publicAddress()}/staff/enter#${await services.staff.offerLink(name === '' ? undefined : { name })}`;
  return { 'staff-link': staffLink, export: exportOrder(services), import: importOrder(services) };
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
