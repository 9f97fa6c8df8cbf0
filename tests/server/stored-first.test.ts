import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import { memoryContents } from '../../server/store/memory-store.ts';
import { heldStore } from './held-store.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, until } from './test-server.ts';
import { handshakeFor, Wire } from './wire.ts';

const open = closing();
const OPEN = { type: 'phase.open', activity: 'welcome', phase: 'join' } as const;
const NOTE = { type: 'note.add', text: 'A note', decision: false } as const;

test('R1 nothing is acknowledged and nothing shown before the store has it', async () => {
  const held = heldStore();
  const server = open(await openTestServer(held.store));
  const console = open(await liveClient(server, 'console', await server.host()));
  const phone = open(await liveClient(server, 'phone', await server.person('Ana')));

  const arrived = held.hold();
  let ack: Ack | null = null;
  const answered = console.send(OPEN).then((given) => (ack = given));
  await arrived;
  // There and back twice: anything said before it has been heard by then.
  for (const _ of [1, 2]) await Promise.all([console.wake(), phone.wake()]);
  expect(ack).toBeNull();
  expect(console.pending).toHaveLength(1);
  expect(console.view?.header.current.status).toBe('upcoming');
  expect(phone.view?.header.current.status).toBe('upcoming');

  held.release();
  await answered;
  expect(ack).toMatchObject({ ok: true });
  await until(phone, () => phone.view?.header.current.status === 'open');
  await until(console, () => console.view?.header.current.status === 'open');
});

test('R1 a person who comes while the store is busy is shown nothing that is not stored', async () => {
  const held = heldStore();
  const server = open(await openTestServer(held.store));
  const console = open(await liveClient(server, 'console', await server.host()));
  const cookie = await server.screen();
  const arrived = held.hold();
  const answered = console.send(OPEN);
  await arrived;
  const auth = handshakeFor(server.workshop, 'screen');
  const screen = open(new Wire({ address: server.address, cookie, auth }));
  await new Promise<void>((done) => screen.socket.on('connect', done));
  for (const _ of [1, 2]) await screen.socket.emitWithAck('beat');
  expect(screen.snapshots).toEqual([]);
  held.release();
  await answered;
  expect(await screen.fate).toBe('seated');
  expect(screen.snapshots).toMatchObject([{ view: { header: { current: { status: 'open' } } } }]);
});

test('commands that wait for the store share the next append', async () => {
  const held = heldStore();
  const server = open(await openTestServer(held.store));
  const hosts = await Promise.all([1, 2, 3, 4, 5].map(() => server.host()));
  const consoles = await Promise.all(hosts.map((cookie) => liveClient(server, 'console', cookie)));
  consoles.forEach((client) => open(client));
  const before = held.appends;
  const arrived = held.hold();
  const first = consoles[0]?.send(NOTE);
  await arrived;
  const rest = consoles.slice(1).map((client) => client.send(NOTE));
  await Promise.all(consoles.map((client) => client.wake()));
  held.release();
  expect(await Promise.all([first, ...rest])).toMatchObject(consoles.map(() => ({ ok: true })));
  expect(held.appends - before).toBe(2);
});

test('N6 when the store fails nothing is acknowledged or shown, and the room can be read', async () => {
  const held = heldStore();
  let broken: unknown = null;
  const server = open(await openTestServer(held.store, { broken: (error) => (broken = error) }));
  const cookie = await server.host();
  const console = open(await liveClient(server, 'console', cookie));
  held.fail(new Error('the disk is full'));
  const wire = open(
    new Wire({ address: server.address, cookie, auth: handshakeFor(server.workshop, 'console') }),
  );
  await wire.fate;
  expect(await wire.command({ id: randomUUID(), command: OPEN })).toMatchObject({
    ok: false,
    code: 'unavailable',
  });
  await until(console, () => console.view?.storage === 'failing');
  expect(console.view?.header.current.status).toBe('upcoming');
  const later = open(await liveClient(server, 'console', cookie));
  expect(later.view?.storage).toBe('failing');
  expect(await wire.command({ id: randomUUID(), command: NOTE })).toMatchObject({
    ok: false,
    code: 'unavailable',
  });
  expect(broken).toBeNull();
});

test('a room brought back from the store shows the same, in another epoch', async () => {
  const contents = memoryContents();
  const first = await openTestServer(heldStore(contents).store);
  const [cookie, seat] = [await first.person('Ana'), await first.host()];
  const console = await liveClient(first, 'console', seat);
  expect(await console.send(OPEN)).toMatchObject({ ok: true });
  const phone = await liveClient(first, 'phone', cookie);
  await until(phone, () => phone.view?.header.current.status === 'open');
  const before = { view: phone.view, own: phone.own };
  console.close();
  phone.close();
  await first.close();

  const second = open(await openTestServer(heldStore(contents).store));
  const again = open(await liveClient(second, 'phone', cookie));
  expect({ view: again.view, own: again.own }).toEqual(before);
});
