/** A whole view that is still being unpacked, and what comes behind it on the line: by a server that says just that. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { packed } from '../../server/room/packing.ts';
import type { Ack, CommandReply, Delta, Snapshot, SyncReply } from '../../src/lib/protocol/delivery.ts';
import { RoomClient } from '../../src/lib/room/client.ts';

const own = (seq: number): Snapshot => ({
  audience: 'own',
  epoch: 'a',
  seq,
  view: { seat: 's', count: seq },
});
const room = (seq: number): Snapshot => ({
  audience: 'shared',
  epoch: 'a',
  seq,
  view: { face: 'phone', words: Array.from({ length: 500 }, (_, at) => `word ${at} of ${seq}`) },
});
const counted = (audience: Delta['audience'], seq: number): Delta => ({
  audience,
  epoch: 'a',
  seq,
  patch: [{ op: 'add', path: '/count', value: seq }],
});

let http: ReturnType<typeof createServer>;
let io: Server;
let client: RoomClient;
let syncs: number;

beforeEach(async () => {
  syncs = 0;
  http = createServer();
  io = new Server(http, { serveClient: false });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  client = new RoomClient({
    room: 'w-1',
    face: 'phone',
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
  });
});
afterEach(async () => {
  client.close();
  await io.close();
});

/** The client has numbers of long ago; then a sync is answered, and right behind that answer comes `behind`. */
async function synced(behind: (line: Socket) => void, first = () => Promise.resolve()): Promise<void> {
  io.on('connection', (line) => {
    line.emit('snapshot', own(3));
    line.emit('snapshot', { ...room(3), view: { face: 'phone' } });
    line.on('beat', (reply: (now: number) => void) => reply(0));
    line.on('sync', (reply: (answer: SyncReply) => void) => {
      syncs += 1;
      reply({ serverNow: 0, snapshots: [own(5)], packed: [packed('snapshot', room(5)) ?? ''] });
      behind(line);
    });
  });
  await vi.waitFor(() => expect(client.status).toBe('live'));
  await first();
  await client.sync();
}

test('what comes behind a whole view is applied on it, though that took a moment to unpack', async () => {
  await synced((line) => {
    line.emit('delta', counted('own', 6));
    line.emit('delta', counted('shared', 6));
  });
  await vi.waitFor(() => expect([client.own, client.view]).toMatchObject([{ count: 6 }, { count: 6 }]));
  expect(syncs).toBe(1);
});

test('and so is what an answer brings', async () => {
  const { promise: asked, resolve } = Promise.withResolvers<(reply: CommandReply) => void>();
  io.on('connection', (line) =>
    line.on('command', (_envelope: unknown, reply: (reply: CommandReply) => void) => resolve(reply)),
  );
  let answer: (reply: CommandReply) => void = () => undefined;
  const said: Promise<Ack>[] = [];
  await synced(
    () => answer({ ok: true, seq: 9, warning: null, own: counted('own', 6) }),
    async () => {
      said.push(client.send({ type: 'ground-rules.acknowledge' }));
      answer = await asked;
    },
  );
  expect(await Promise.all(said)).toMatchObject([{ ok: true, seq: 9 }]);
  await vi.waitFor(() => expect(client.own).toMatchObject({ count: 6 }));
  expect(syncs).toBe(1);
});

test('a whole view that does not unpack gives the line up', async () => {
  let lines = 0;
  io.on('connection', (line) => {
    lines += 1;
    line.emit('snapshot', own(3));
    line.emit('snapshot', room(3));
    line.on('beat', (reply: (now: number) => void) => reply(0));
    line.on('sync', (reply: (answer: SyncReply) => void) =>
      reply({ serverNow: 0, snapshots: [], packed: ['no deflated text'] }),
    );
  });
  await vi.waitFor(() => expect(client.status).toBe('live'));
  await client.sync();
  await vi.waitFor(() => expect(lines).toBe(2));
});
