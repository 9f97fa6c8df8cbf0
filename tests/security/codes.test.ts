/** S3: guessing join codes comes to nothing, and a room behind a guesser's address still comes in (R9). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundRoom } from '../../server/services.ts';
import { addressBlock } from '../../server/services/address-block.ts';
import { newJoinCode } from '../../server/room/ids.ts';
import { closing } from '../server/opened.ts';
import { start } from '../server/started.ts';
import { openTestServer, testSetup } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { handshakeFor, Wire } from '../server/wire.ts';
import { ask, cookiesSet } from './request.ts';

const SPACE = 32 ** 6;
const GUESSES = 200_000;
const ADDRESSES = 50;
/** As many as are ever open at once (B4). */
const ROOMS = 40;
const DAY_MS = 24 * 3_600_000;

let shift = 0;
const now = (): number => Date.now() + shift;
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, { pages: 'built', isBehindProxy: true, now });
}, 240_000);
afterAll(() => server.close());

const from = (index: number): string => `198.51.${101 + Math.floor(index / 200)}.${index % 200}`;
const stranger = (address: string) => ({ address, isStaff: false, tokensFor: () => [] });
const knock = (code: string, address: string): Promise<FoundRoom['kind']> =>
  server.services.doors.find(code, stranger(address)).then(({ kind }) => kind);
const SOME = Array.from({ length: 2_000 }, newJoinCode);
let turn = 0;
const wrongCode = (): string => {
  const code = SOME[(turn += 1) % SOME.length] ?? '';
  return code === server.code ? wrongCode() : code;
};

/** How many of the guesses were answered: each of these would have found a room with one chance in `SPACE` for each open one. */
async function answered(pauseMs: number, offset: number): Promise<number> {
  let told = 0;
  for (let guess = 0; guess < GUESSES; guess += 1) {
    const address = from(offset + (guess % ADDRESSES));
    if ((await knock(wrongCode(), address)) !== 'tooMany') told += 1;
    if (guess % ADDRESSES === 0) shift += pauseMs;
  }
  return told;
}

describe('S3 guessing codes', () => {
  test.each([
    ['at once', 0, 0],
    ['through a whole day', (0.99 * DAY_MS) / (GUESSES / ADDRESSES), 60],
    ['patiently, through a month', (30 * DAY_MS) / (GUESSES / ADDRESSES), 120],
    ['most patiently, through a year', (365 * DAY_MS) / (GUESSES / ADDRESSES), 400],
  ])(
    'S3 200,000 guesses from 50 addresses, %s, find nothing',
    async (_pace, pauseMs, offset) => {
      const told = await answered(pauseMs, offset);
      const hits = (told * ROOMS) / SPACE;
      console.info(
        `S3 guesses: ${GUESSES} from ${ADDRESSES} addresses ${_pace}, ${told} answered, ${hits.toExponential(1)} hits expected with ${ROOMS} rooms open`,
      );
      expect(told).toBeGreaterThan(ADDRESSES);
      expect(hits).toBeLessThanOrEqual(1e-3);
      const waiting = Array.from({ length: ADDRESSES }, (_, index) =>
        knock(server.code, from(offset + index)),
      );
      const answers = new Set(await Promise.all(waiting));
      expect([...answers], 'the right code is no better then').toEqual(['tooMany']);
      expect(await knock(server.code, from(250))).toBe('room');
    },
    60_000,
  );

  test('S3 the code of a workshop that is over is as wrong as any to who has no seat there', async () => {
    const { workshops } = server.services;
    const id = await workshops.create({ ...testSetup, title: 'Over' });
    await workshops.open(id);
    const code = (await workshops.get(id))?.code ?? '';
    expect(await knock(code, from(240))).toBe('room');
    await start(server, id, server.services.doors);
    await workshops.close(id);
    await workshops.startReview(id);
    expect(await knock(code, from(240))).toBe('unknown');
    expect((await server.services.doors.find(code, { ...stranger(from(240)), isStaff: true })).kind).toBe(
      'room',
    );
  });

  test('S3 a link that opens nothing is answered no sooner where there is no room', async () => {
    const seconds = async (code: string): Promise<number> => {
      const startedAt = performance.now();
      expect(await server.services.doors.takeSeat(code, 'made-up')).toHaveProperty('message');
      return (performance.now() - startedAt) / 1000;
    };
    for (const code of [server.code, wrongCode()]) expect(await seconds(code)).toBeGreaterThan(0.24);
  });

  test('S3 of IPv6 a whole network is one guesser', async () => {
    expect(addressBlock('2001:db8:1:2:3:4:5:6')).toBe(addressBlock('2001:db8:1:2::ffff'));
    expect(addressBlock('2001:db8:1:3::1')).not.toBe(addressBlock('2001:db8:1:2::1'));
    expect(addressBlock('::1%eth0')).toBe('0:0:0:0::/64');
    expect(addressBlock('::ffff:192.0.2.7')).toBe('192.0.2.7');
    for (let host = 0; host < 40; host += 1) await knock(wrongCode(), `2001:db8:aa:bb::${host}`);
    expect(await knock(server.code, '2001:db8:aa:bb:ffff::1')).toBe('tooMany');
  });

  test('S3 the address is what the trusted proxy says, not what the client says before it', async () => {
    const look = (code: string, forwarded: string) =>
      ask(server.port, `/join/${code}`, { headers: { 'x-forwarded-for': forwarded } });
    for (let guess = 0; guess < 40; guess += 1)
      await look(wrongCode(), `203.0.113.${guess}, 192.0.2.${guess}, 198.51.100.200`);
    expect((await look(server.code, '203.0.113.99, 198.51.100.200')).text).toContain('Too many wrong codes');
    expect((await look(server.code, '198.51.100.201')).text).toContain('name="organisation"');
  });

  test('S3 no page and no socket tells a code from a wrong one once the tries are used up', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.210' };
    const { code, port, address } = server;
    for (let guess = 0; guess < 40; guess += 1) await ask(port, `/join/${wrongCode()}`, { headers });
    const pages = (one: string) => [
      `/join/${one}`,
      `/join/${one}/occupations?q=nurse`,
      `/host/${one}`,
      `/host/${one}/occupations?q=nurse`,
      `/host/${one}/export.zip`,
      `/screen/${one}`,
    ];
    const [right, wrong] = [code, wrongCode()];
    const plain = (text: string): string =>
      text
        .replaceAll(right, 'CODE')
        .replaceAll(wrong, 'CODE')
        .replaceAll(/nonce[-="]+[\w+/=-]+/g, '');
    for (const [index, path] of pages(right).entries()) {
      const [one, other] = await Promise.all([
        ask(port, path, { headers }),
        ask(port, pages(wrong)[index] ?? '', { headers }),
      ]);
      expect([path, one.status, plain(one.text)]).toEqual([path, other.status, plain(other.text)]);
    }
    for (const one of [right, wrong]) {
      const cookie = `plumbline_seat_${one}=made-up`;
      const line = new Wire({ address, cookie, auth: handshakeFor(one, 'phone') });
      expect(await line.fate).toMatchObject({ code: 'no_seat' });
      line.close();
    }
  });
});

describe('R9 a room comes in', () => {
  const open = closing();
  test('S3 R9 25 phones join in one minute from the address of a guesser, and stay when it guesses on', async () => {
    const room = open(await openTestServer(undefined, { pages: 'built', isBehindProxy: true }));
    const headers = {
      'x-forwarded-for': '198.51.100.7',
      host: 'plumbline.test',
      origin: 'http://plumbline.test',
    };
    const secret = await room.services.doors.offerSeat(room.workshop, 'staff', 'screen', 'Screen');
    // The projector stands in the room, and so the room is known to be here.
    const form = { secret: 'secret' in secret ? secret.secret : '' };
    expect((await ask(room.port, `/enter/${room.code}`, { headers, form })).status).toBe(303);
    const guess = () => ask(room.port, `/join/${wrongCode()}`, { headers });
    for (let each = 0; each < 60; each += 1) await guess();
    expect((await guess()).text).toContain('Too many wrong codes');
    const startedAt = performance.now();
    const joined = await Promise.all(
      Array.from({ length: 25 }, async (_, index) => {
        const path = `/join/${room.code}`;
        const look = await ask(room.port, path, { headers });
        const profile = { name: `Person ${index}`, organisation: `Firm ${index}`, role: 'employer' };
        const answer = await ask(room.port, path, { headers, form: profile });
        await guess();
        return look.status === 200 && answer.status === 303 && cookiesSet(answer).length === 1;
      }),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    expect(joined.filter(Boolean)).toHaveLength(25);
    expect(seconds).toBeLessThan(60);
    console.info(`S3 joins: 25 phones behind a guesser's address in ${seconds.toFixed(1)} s`);
  }, 60_000);

  test('R9 who has a seat, and staff, are let in from an address whose tries are used up', async () => {
    const { doors } = server.services;
    const address = '198.51.100.230';
    for (let guess = 0; guess < 40; guess += 1) await knock(wrongCode(), address);
    expect(await knock(server.code, address)).toBe('tooMany');
    const staff = { ...stranger(address), isStaff: true };
    expect((await doors.find(server.code, staff)).kind).toBe('room');
    const token = (await server.person('Cleo')).split('=')[1];
    const seated = { ...stranger(address), tokensFor: () => [undefined, 'made-up', token] };
    expect((await doors.find(server.code, seated)).kind).toBe('room');
    // Somebody of the room is here now: so may others be.
    expect(await knock(server.code, address)).toBe('room');
    expect(await knock(wrongCode(), address)).toBe('tooMany');
  });
});
