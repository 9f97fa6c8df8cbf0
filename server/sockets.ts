/**
 * The only file that knows Socket.IO: who may connect, what may come in, and how answers and views go out. It is also the
 * single catch of the live side: what breaks here is written down without content and answered `internal`.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { envelope } from '../src/lib/protocol/commands/index.ts';
import { handshake } from '../src/lib/protocol/delivery.ts';
import type {
  ClientToServer,
  CommandReply,
  Goodbye,
  ServerToClient,
  Snapshot,
  SyncReply,
} from '../src/lib/protocol/delivery.ts';
import { OWN_PAGE_HEADER } from '../src/lib/protocol/own-page.ts';
import type { RefusalCode } from '../src/lib/protocol/refusals.ts';
import type { Face } from '../src/lib/protocol/roles.ts';
import { PROTOCOL_VERSION } from '../src/lib/protocol/version.ts';
import type { Room } from './room.ts';
import { cookiesIn } from './room/cookies.ts';
import { farewell } from './room/farewell.ts';
import { readJoinCode } from './room/ids.ts';
import type { AnsweredCommand, Log, Outlet, Viewer } from './room/ports.ts';
import { packed, packedChannel } from './room/packing.ts';
import { refuse } from './room/refuse.ts';
import { SeatPace } from './room/seat-pace.ts';
import { unreadBytes } from './room/unread-bytes.ts';
import type { Rooms } from './rooms.ts';
import { hashOf, seatCookie } from './seats.ts';

/** Who leaves so much unread at two checks in a row is cut off before it costs more. */
const UNREAD_LIMIT = 1_000_000;
const UNREAD_CHECK_MS = 1_000;

interface Admitted {
  entry: { room: Room; viewer: Viewer } | { goodbye: Goodbye };
}
type Io = Server<ClientToServer, ServerToClient, DefaultEventsMap, Admitted>;
type Reply = (answer: CommandReply) => void;
type Line = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Admitted>;

export interface SocketsOptions {
  http: HttpServer;
  log: Log;
  now: () => number;
  /** Whether the page this request comes from is this server's own; the handshake is refused otherwise. */
  isOwnOrigin(origin: string, request: IncomingMessage): boolean;
  /** A command that reached no room got its answer here. */
  answered(command: AnsweredCommand): void;
  /** A page from elsewhere tried to open a socket. */
  turnedAway(origin: string): void;
  /** Whether it came by https: its cookies have other names then. */
  isSecure(request: IncomingMessage): boolean;
}

export class Sockets implements Outlet {
  readonly #io: Io;
  readonly #options: SocketsOptions;
  readonly #pace = new SeatPace();
  readonly #tooMuch = new WeakSet<Line>();
  #watch: NodeJS.Timeout | null = null;

  constructor(options: SocketsOptions) {
    this.#options = options;
    this.#io = new Server(options.http, {
      serveClient: false,
      transports: ['websocket', 'polling'],
      perMessageDeflate: false,
      httpCompression: false,
      pingInterval: 5_000,
      pingTimeout: 4_000,
      maxHttpBufferSize: 65_536,
      allowRequest: (request, decide) => decide(null, this.#isAllowed(request)),
    });
  }

  /** From now on seats are let in. */
  serve(rooms: Rooms): void {
    this.#io.use((line, next) => {
      void this.#admit(line, rooms).then((entry) => {
        line.data.entry = entry;
        next();
      });
    });
    this.#io.on('connection', (line) => this.#welcome(line));
    this.#watch = setInterval(() => this.#cutSlowReaders(), UNREAD_CHECK_MS);
    this.#watch.unref();
  }

  delta(...[channel, delta]: Parameters<Outlet['delta']>): void {
    const small = packed('delta', delta);
    if (small === null) return void this.#io.to([channel, packedChannel(channel)]).emit('delta', delta);
    this.#io.to(packedChannel(channel)).emit('packed', small);
    if (this.#isWatched(channel)) this.#io.to(channel).emit('delta', delta);
  }

  snapshot(...[channel, snapshot]: Parameters<Outlet['snapshot']>): void {
    const small = packed('snapshot', snapshot);
    if (small === null) return void this.#io.to([channel, packedChannel(channel)]).emit('snapshot', snapshot);
    this.#io.to(packedChannel(channel)).emit('packed', small);
    if (this.#isWatched(channel)) this.#io.to(channel).emit('snapshot', snapshot);
  }

  /** Nothing is put into words for nobody. */
  #isWatched(channel: string): boolean {
    return this.#io.sockets.adapter.rooms.has(channel);
  }

  /** Seats that are let in and connected. */
  countByFace(): Record<Face, number> {
    const count: Record<Face, number> = { phone: 0, console: 0, screen: 0 };
    for (const { data } of this.#io.sockets.sockets.values())
      if ('viewer' in data.entry) count[data.entry.viewer.face] += 1;
    return count;
  }

  /** Hangs up, and stops listening; clients come back by themselves when there is a server again. */
  async close(): Promise<void> {
    if (this.#watch) clearInterval(this.#watch);
    await this.#io.close();
  }

  #isAllowed(request: IncomingMessage): boolean {
    const isOwn = this.#isFromOwnPage(request);
    if (!isOwn) this.#options.turnedAway(request.headers.origin ?? 'none');
    return isOwn;
  }

  #isFromOwnPage(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    if (origin !== undefined) return this.#options.isOwnOrigin(origin, request);
    return request.headers.upgrade === undefined && request.headers[OWN_PAGE_HEADER] !== undefined;
  }

  async #admit(line: Line, rooms: Rooms): Promise<Admitted['entry']> {
    try {
      const asked = handshake.safeParse(line.handshake.auth);
      if (asked.data?.protocol !== PROTOCOL_VERSION) return { goodbye: farewell('reload') };
      const { room: idOrCode, face, packs = false } = asked.data;
      // Whether a code is one is told to nobody who has no seat there (S3); an id is no secret and cannot be guessed.
      const isCode = readJoinCode(idOrCode) !== null;
      const id = isCode ? rooms.idOf(idOrCode) : idOrCode;
      const token = id === null ? undefined : this.#tokenFor(line, face, id);
      const room = id === null || (isCode && token === undefined) ? null : await rooms.get(id);
      if (!room) return { goodbye: farewell(isCode ? 'no_seat' : 'no_room') };
      if (token === undefined) return { goodbye: farewell('no_seat') };
      return { room, viewer: viewerOf(line, face, hashOf(token), packs) };
    } catch (error) {
      this.#options.log.error({ err: error }, 'a socket could not be let in');
      return { goodbye: farewell('no_room') };
    }
  }

  #tokenFor({ request }: Line, face: Face, room: string): string | undefined {
    return cookiesIn(request.headers.cookie).get(seatCookie(face, room, this.#options.isSecure(request)));
  }

  #welcome(line: Line): void {
    const { entry } = line.data;
    if ('goodbye' in entry) return sayGoodbye(line, entry.goodbye);
    const { room, viewer } = entry;
    line.on('command', (message, reply) => void this.#command(room, viewer, message, answerTo(reply)));
    line.on('sync', (reply) => void this.#sync(room, viewer, answerTo(reply)));
    line.on('beat', (reply) => answerTo(reply)(this.#options.now()));
    line.on('disconnect', () => room.leave(viewer));
    void room.enter(viewer).then(
      (isSeated) => isSeated || viewer.goodbye(farewell('no_seat')),
      (error: unknown) => {
        this.#options.log.error({ err: error, workshop: room.id }, 'a seat could not be shown the room');
        line.disconnect(true);
      },
    );
  }

  async #command(room: Room, viewer: Viewer, message: unknown, reply: Reply): Promise<void> {
    let type: string | undefined;
    try {
      if ((await this.#pace.tooFast(viewer.hash)) !== null) return this.#refuse(room, 'too_fast', reply);
      const parsed = envelope.safeParse(message);
      if (!parsed.success) return this.#refuse(room, 'bad_command', reply);
      type = parsed.data.command.type;
      room.submit(viewer, parsed.data, (ack, own) => reply(ack.ok && own ? { ...ack, own } : ack));
    } catch (error) {
      this.#options.log.error({ err: error, workshop: room.id, command: type }, 'a command broke');
      this.#refuse(room, 'internal', reply);
    }
  }

  #refuse({ id: workshop }: Room, code: RefusalCode, reply: Reply): void {
    const ack = refuse(code);
    reply(ack);
    this.#options.answered({ workshop, type: null, id: null, ack, seconds: 0 });
  }

  async #sync(room: Room, viewer: Viewer, reply: (answer: SyncReply) => void): Promise<void> {
    try {
      const wait = await this.#pace.tooFast(viewer.hash);
      if (wait !== null) await pause(wait);
      reply({ serverNow: this.#options.now(), ...asTaken(await room.snapshots(viewer), viewer) });
    } catch (error) {
      this.#options.log.error({ err: error, workshop: room.id }, 'a sync broke');
    }
  }

  #cutSlowReaders(): void {
    for (const line of this.#io.sockets.sockets.values()) {
      if (unreadBytes(line.conn) <= UNREAD_LIMIT) this.#tooMuch.delete(line);
      else if (!this.#tooMuch.has(line)) this.#tooMuch.add(line);
      else sayGoodbye(line, farewell('slow_reader'));
    }
  }
}

function viewerOf(line: Line, face: Viewer['face'], hash: string, packs: boolean): Viewer {
  const nameOf = (channel: string): string => (packs ? packedChannel(channel) : channel);
  return {
    face,
    hash,
    packs,
    enter: (channel) => void line.join(nameOf(channel)),
    leave: (channel) => void line.leave(nameOf(channel)),
    snapshot(snapshot) {
      const small = packs ? packed('snapshot', snapshot) : null;
      if (small === null) line.emit('snapshot', snapshot);
      else line.emit('packed', small);
    },
    goodbye: (goodbye) => sayGoodbye(line, goodbye),
  };
}

/** The answer to a sync, packed where the line takes that. */
function asTaken(snapshots: readonly Snapshot[], { packs }: Viewer): Omit<SyncReply, 'serverNow'> {
  const small = snapshots.map((snapshot) => (packs ? packed('snapshot', snapshot) : null));
  const plain = snapshots.filter((_, index) => small[index] === null);
  return packs ? { snapshots: plain, packed: small.filter((each) => each !== null) } : { snapshots: plain };
}

function sayGoodbye(line: Line, goodbye: Goodbye): void {
  line.emit('goodbye', goodbye);
  line.disconnect(true);
}

/** A frame without the place for an answer is still taken, and its answer goes nowhere. */
function answerTo<A>(reply: unknown): (answer: A) => void {
  return typeof reply === 'function' ? (reply as (answer: A) => void) : () => undefined;
}
