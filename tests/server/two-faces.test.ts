import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RoomClient } from '../../src/lib/room/client.ts';
import { openTestServer, until } from './test-server.ts';
import type { TestServer } from './test-server.ts';

let server: TestServer;
const clients: RoomClient[] = [];

beforeEach(async () => {
  server = await openTestServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

function watch<C extends RoomClient>(client: C): C {
  clients.push(client);
  return client;
}

test('what one hand does on the console, the phones and the screen see', async () => {
  const console = watch(server.client('console', await server.host()) as unknown as RoomClient);
  const phone = watch(server.client('phone', await server.person('Ana')) as unknown as RoomClient);
  const screen = watch(server.client('screen', await server.screen()) as unknown as RoomClient);
  await until(console, () => console.status === 'live');
  await until(phone, () => phone.status === 'live' && phone.own !== null);
  await until(screen, () => screen.status === 'live');
  const ack = await console.send({ type: 'phase.open', activity: 'welcome', phase: 'join' });
  expect(ack).toMatchObject({ ok: true });
  await until(phone, () => phone.view?.header.current.status === 'open');
  await until(screen, () => screen.view?.header.current.status === 'open');
  expect(await phone.send({ type: 'ground-rules.acknowledge' })).toMatchObject({ ok: true });
});
