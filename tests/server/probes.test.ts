/** Health, readiness and metrics as programs read them, on a real server. */
import { createConnection } from 'node:net';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { Readiness } from '../../server/start/readiness.ts';
import { mayReadMetrics } from '../../server/start/metrics-reader.ts';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/port.ts';
import { SimulatedDisk } from '../store/simulated-disk.ts';
import { heldStore } from './held-store.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, until } from './test-server.ts';

const open = closing();
const NOTE = { type: 'note.add', text: 'A note', decision: false } as const;

interface Answer {
  status: number | undefined;
  text: string;
  type: string | undefined;
}

function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(address, { headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status, headers: said } = response;
        done({ status, text: Buffer.concat(parts).toString(), type: said['content-type'] });
      });
    });
    asked.on('error', fail).end();
  });
}

test('a server that runs is alive and ready, and says so before any page and to anybody', async () => {
  const { address } = open(await openTestServer());
  expect(await get(`${address}/healthz`)).toMatchObject({ status: 200, text: 'alive\n' });
  expect(await get(`${address}/readyz?now`)).toMatchObject({ status: 200, text: 'ready\n' });
  expect((await get(`${address}/readyz`, {}, 'POST')).status).toBe(405);
  expect((await get(`${address}/readyz/more`)).status).toBe(404);
});

test('N6 a room that could not be stored makes the server unready, and it stays alive', async () => {
  const held = heldStore();
  const server = open(await openTestServer(held.store));
  const console = open(await liveClient(server, 'console', await server.host()));
  held.fail(new Error('The disk is gone.'));
  void console.send(NOTE);
  await until(console, () => console.view?.storage === 'failing');
  const ready = await get(`${server.address}/readyz`);
  expect(ready).toMatchObject({ status: 503 });
  expect(ready.text).toContain('takes nothing more');
  expect((await get(`${server.address}/healthz`)).status).toBe(200);
});

test('N6 a full disk is noticed before anybody answers, and leaves nothing; the disk is not asked at every question', async () => {
  const disk = new SimulatedDisk();
  const store = await LowdbStore.open('/', disk.files);
  const server = open(await openTestServer(store));
  const kept = disk.everything();
  disk.fault = { atStep: disk.steps + 1, code: 'ENOSPC', partial: 0 };
  expect((await get(`${server.address}/readyz`)).text).toContain('make the data folder writable');
  const steps = disk.steps;
  expect((await get(`${server.address}/readyz`)).status).toBe(503);
  expect(disk.steps).toBe(steps);
  expect(disk.everything()).toEqual(kept);
});

test('N6 a disk with space again makes the server ready again, five seconds later', async () => {
  let [at, isFull] = [0, true];
  const probe = (): Promise<void> => (isFull ? Promise.reject(new Error('full')) : Promise.resolve());
  const readiness = new Readiness({ probe }, () => at);
  expect(await readiness.obstacle()).toContain('starting');
  readiness.opened();
  expect(await readiness.obstacle()).toContain('takes nothing now');
  [at, isFull] = [4_000, false];
  expect(await readiness.obstacle()).toContain('takes nothing now');
  at = 5_001;
  expect(await readiness.obstacle()).toBeNull();
});

test('a stopping server is unready on a line that is still open', async () => {
  const store: Store = memoryStore();
  const server = await openTestServer(store);
  const line = createConnection(server.port, '127.0.0.1');
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const checkpoint = store.writeCheckpoint.bind(store);
  store.writeCheckpoint = async (...step) => {
    await asked;
    await checkpoint(...step);
  };
  const console = await liveClient(server, 'console', await server.host());
  const closed = server.close();
  const said = new Promise<string>((done) => line.once('data', (bytes) => done(bytes.toString())));
  line.write('GET /readyz HTTP/1.1\r\nhost: x\r\n\r\n');
  expect(await said).toMatch(/^HTTP\/1\.1 503 [^]*Plumbline is stopping/);
  ask();
  line.destroy();
  console.close();
  await closed;
});

test('V5 without a token only this machine reads metrics, by its own name and not through a proxy', async () => {
  const { address, port } = open(await openTestServer());
  const metrics = `${address}/metrics`;
  const read = await get(metrics);
  expect(read.status).toBe(200);
  expect(read.type).toContain('version=0.0.4');
  expect((await get(metrics, { host: `localhost:${port}` })).status).toBe(200);
  const elsewhere: Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { via: '1.1 proxy' },
    { host: 'plumbline.example' },
    { host: '127.0.0.1.evil.example' },
  ];
  for (const headers of elsewhere)
    expect(await get(metrics, headers), JSON.stringify(headers)).toMatchObject({ status: 403 });
  const from = (remoteAddress: string): boolean => {
    const asked = { headers: { host: '127.0.0.1:3000' }, socket: { remoteAddress } };
    return mayReadMetrics(asked as unknown as Parameters<typeof mayReadMetrics>[0], null);
  };
  expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(from)).not.toContain(false);
  expect(['192.168.1.7', '::ffff:192.168.1.7', '1270.0.0.1', '', '::'].map(from)).not.toContain(true);
});

test('S2 with a token only who sends it reads metrics, this machine too', async () => {
  const metricsToken = 'a-token-for-the-metrics-of-today';
  const { address } = open(await openTestServer(memoryStore(), { metricsToken }));
  const status = async (authorization?: string): Promise<number | undefined> =>
    (await get(`${address}/metrics`, authorization === undefined ? {} : { authorization })).status;
  expect(await status()).toBe(403);
  expect(await status(metricsToken)).toBe(403);
  expect(await status(`Bearer ${metricsToken.slice(1)}`)).toBe(403);
  expect(await status(`Bearer ${metricsToken}`)).toBe(200);
});
