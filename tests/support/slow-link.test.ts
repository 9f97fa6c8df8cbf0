import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { SlowLink } from './slow-link.ts';
import type { LinkOptions } from './slow-link.ts';

const closed: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closed.splice(0).reverse()) await close();
});

/** A server that says everything back, behind a link. */
async function echoBehind(options: LinkOptions): Promise<Socket> {
  const server: Server = createServer((socket) => socket.pipe(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closed.push(() => new Promise((done) => server.close(() => done())));
  const link = await SlowLink.to(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
  closed.push(() => link.close());
  return connect(link.port, '127.0.0.1');
}

/** Milliseconds until all of it is back. */
async function thereAndBack(socket: Socket, bytes: Buffer): Promise<{ ms: number; back: Buffer }> {
  const startedAt = performance.now();
  const back: Buffer[] = [];
  let length = 0;
  socket.write(bytes);
  await new Promise<void>((done) => {
    const hear = (part: Buffer): void => {
      back.push(part);
      length += part.length;
      if (length < bytes.length) return;
      socket.off('data', hear);
      done();
    };
    socket.on('data', hear);
  });
  return { ms: performance.now() - startedAt, back: Buffer.concat(back) };
}

test('B7 a link takes a round trip to open, and no answer comes before the round trip is over', async () => {
  const socket = await echoBehind({ delayMs: 40 });
  const first = await thereAndBack(socket, Buffer.from('a'));
  const second = await thereAndBack(socket, Buffer.from('b'));
  expect(first.ms).toBeGreaterThan(155);
  expect(second.ms).toBeGreaterThan(78);
  expect(second.ms).toBeLessThan(first.ms);
});

test('B7 a link carries no more than its rate, and everything in its order', async () => {
  const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => index % 251));
  const socket = await echoBehind({ delayMs: 1, bytesPerSecond: 200_000 });
  const { ms, back } = await thereAndBack(socket, bytes);
  expect(back.equals(bytes)).toBe(true);
  expect(ms).toBeGreaterThan(195);
});

test('B2 a stall holds up what comes behind it, and loses nothing', async () => {
  const socket = await echoBehind({ delayMs: 1, stalls: { share: 1, ms: 60, seed: 1 } });
  const { ms, back } = await thereAndBack(socket, Buffer.alloc(20_000, 'x'));
  expect(back).toHaveLength(20_000);
  expect(ms).toBeGreaterThan(119);
});

test('B2 bytes sent a little after one another never change places', async () => {
  const socket = await echoBehind({ delayMs: 10 });
  const bytes = Buffer.from(Array.from({ length: 4_000 }, (_, index) => index % 251));
  const back: Buffer[] = [];
  let length = 0;
  const all = new Promise<void>((done) => {
    socket.on('data', (part: Buffer) => {
      back.push(part);
      length += part.length;
      if (length === bytes.length) done();
    });
  });
  for (const byte of bytes) {
    socket.write(Uint8Array.of(byte));
    if (byte % 4 === 0) await new Promise((next) => setImmediate(next));
  }
  await all;
  expect(Buffer.concat(back).equals(bytes)).toBe(true);
});
