import { beforeEach, expect, test } from 'vitest';
import type { Delta } from '../../src/lib/protocol/delivery.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import { closing, isLive, liveClient } from './opened.ts';
import { openTestServer, orThrow, until } from './test-server.ts';
import type { TestServer } from './test-server.ts';
import { handshakeFor, Wire } from './wire.ts';

const open = closing();
const OPEN = { type: 'phase.open', activity: 'welcome', phase: 'join' } as const;
let server: TestServer;

beforeEach(async () => {
  server = open(await openTestServer());
});

test('R4 who reloads is the same participant', async () => {
  const cookie = await server.person('Ana');
  const first = await liveClient(server, 'phone', cookie);
  await first.send({ type: 'ground-rules.acknowledge' });
  await until(first, () => first.own?.groundRulesAt !== null);
  const { own } = first;
  first.close();
  const again = open(await liveClient(server, 'phone', cookie));
  expect(again.own).toEqual(own);
});

test('R4 a second device of the same person shares the seat, by a link that works once', async () => {
  const cookie = await server.person('Ana');
  const token = cookie.slice(cookie.indexOf('=') + 1);
  const { doors } = server.services;
  const { secret } = orThrow(await doors.offerDevice(server.workshop, token));
  const taken = orThrow(await doors.takeDevice(server.code, secret));
  expect(await doors.takeDevice(server.code, secret)).toHaveProperty('message');
  expect(await doors.seatOf(server.workshop, taken.token)).toEqual(
    await doors.seatOf(server.workshop, token),
  );
});

test('R5 a late joiner gets the room as it is', async () => {
  const console = open(await liveClient(server, 'console', await server.host()));
  await console.send(OPEN);
  const late = open(await liveClient(server, 'phone', await server.person('Late')));
  expect(late.view?.header.current.status).toBe('open');
});

test('R8 a link is exchanged once, and a seat taken back closes its line', async () => {
  const { doors } = server.services;
  const lead = open(await liveClient(server, 'console', await server.host()));
  const { secret, seat } = orThrow(await doors.offerSeat(server.workshop, 'staff', 'co', 'Bo'));
  const { token } = orThrow(await doors.takeSeat(server.code, secret));
  expect(await doors.takeSeat(server.code, secret)).toHaveProperty('message');
  const co = open(await liveClient(server, 'console', `plumbline_host_${server.workshop}=${token}`));
  expect(await lead.send({ type: 'seat.revoke', seat })).toMatchObject({ ok: true });
  await until(co, () => co.goodbye !== null);
  expect(co.goodbye?.code).toBe('seat_revoked');
});

test('one audience is numbered without gaps, and may ask for the whole', async () => {
  const console = open(await liveClient(server, 'console', await server.host()));
  const cookie = await server.screen();
  const wire = open(
    new Wire({ address: server.address, cookie, auth: handshakeFor(server.workshop, 'screen') }),
  );
  await wire.fate;
  const next = (): Promise<Delta> => new Promise((done) => wire.socket.once('delta', done));
  const [opened] = await Promise.all([next(), console.send(OPEN)]);
  const [closed] = await Promise.all([next(), console.send({ ...OPEN, type: 'phase.close' })]);
  const { seq = 0, epoch } = wire.snapshots[0] ?? {};
  expect([opened, closed]).toMatchObject([
    { seq: seq + 1, epoch },
    { seq: seq + 2, epoch },
  ]);
  const { snapshots } = await wire.sync();
  expect(snapshots).toMatchObject([{ audience: 'shared', seq: seq + 2, epoch, view: { face: 'screen' } }]);
});

test('R9 twenty-five people behind one address join and answer in the same instant', async () => {
  const names = Array.from({ length: 25 }, (_, index) => `Person ${index + 1}`);
  const cookies = await Promise.all(names.map((name) => server.person(name)));
  const phones = cookies.map((cookie) => open(server.client('phone', cookie)));
  await Promise.all(phones.map((phone) => isLive(phone)));
  const acks = await Promise.all(phones.map((phone) => phone.send({ type: 'ground-rules.acknowledge' })));
  expect(acks.every((ack) => ack.ok)).toBe(true);
  await Promise.all(phones.map((phone) => until(phone, () => phone.own?.groundRulesAt !== null)));
  expect(new Set(phones.map((phone) => phone.own?.participant)).size).toBe(25);
});

test('what is said while the server is away is sent when it is back, once and in order', async () => {
  const contents = memoryContents();
  const first = await openTestServer(memoryStore(contents));
  const port = first.port;
  const console = open(await liveClient(first, 'console', await first.host()));
  await first.close();
  await until(console, () => console.status === 'offline');
  const texts = ['first', 'second', 'third'];
  const acks = texts.map((text) => console.send({ type: 'note.add', text, decision: false }));
  expect(console.pending.map(({ status }) => status)).toEqual(['waiting', 'waiting', 'waiting']);
  open(await openTestServer(memoryStore(contents), { port }));
  expect(await Promise.all(acks)).toMatchObject(texts.map(() => ({ ok: true })));
  await until(console, () => console.view?.notes.length === 3);
  expect(console.view?.notes.map(({ text }) => text)).toEqual(texts);
});
