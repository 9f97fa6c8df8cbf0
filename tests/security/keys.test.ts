/** S2: keys are long, kept as cookies no script reads, bound to the host under https, and their links work once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seatCookie, staffCookie } from '../../src/lib/protocol/cookies.ts';
import { newToken } from '../../server/seats.ts';
import { openTestServer, orThrow } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { handshakeFor, Wire } from '../server/wire.ts';
import { ask, cookiesSet } from './request.ts';
import type { Answered } from './request.ts';

const NAME = 'workshops.example.org';
const HTTPS = { host: NAME, origin: `https://${NAME}`, 'x-forwarded-proto': 'https' };
const BITS_OF_A_SYMBOL = 6;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, {
    pages: 'built',
    isBehindProxy: true,
    publicOrigin: `https://${NAME}`,
  });
}, 240_000);
afterAll(() => server.close());

/** The four doors at which a browser is given a key, asked as a browser would, over plain http or https. */
async function keysGiven(headers: Record<string, string>): Promise<Record<string, Answered>> {
  const { services, port, workshop, code } = server;
  const post = (path: string, form: Record<string, string>) => ask(port, path, { headers, form });
  const seat = async (kind: 'co' | 'screen'): Promise<string> =>
    orThrow(await services.doors.offerSeat(workshop, 'staff', kind, kind)).secret;
  const person = {
    name: 'Ana',
    organisation: 'Ana Ltd',
    jobTitle: '',
    sizeBand: '',
    subSector: '',
    role: 'employer',
  };
  const phone = await post(`/join/${code}`, person);
  const [cookie] = cookiesSet(phone);
  const token = cookie?.pair.split('=')[1] ?? '';
  const device = orThrow(await services.doors.offerDevice(workshop, token)).secret;
  return {
    phone,
    'second device': await post(`/join/${code}/device/take`, { secret: device }),
    console: await post(`/enter/${code}`, { secret: await seat('co') }),
    screen: await post(`/enter/${code}`, { secret: await seat('screen') }),
    staff: await post('/staff/enter', { secret: await services.staff.offerLink() }),
  };
}

describe('S2 keys', () => {
  test('S2 a key has at least 128 random bits, and no two are alike', () => {
    const keys = Array.from({ length: 10_000 }, newToken);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      expect(key).toMatch(/^[\w-]+$/);
      expect(key.length * BITS_OF_A_SYMBOL).toBeGreaterThanOrEqual(128);
    }
  });

  test.each([
    ['https', HTTPS, true],
    ['plain http', { host: 'plumbline.test', origin: 'http://plumbline.test' }, false],
  ])(
    'S2 over %s a key is a cookie no script reads and no other site sends',
    async (_name, headers, isSecure) => {
      for (const [door, answer] of Object.entries(await keysGiven(headers))) {
        expect(answer.status, door).toBe(303);
        const set = cookiesSet(answer);
        expect(set, door).toHaveLength(1);
        for (const { pair, rules } of set) {
          expect(pair.startsWith('__Host-'), door).toBe(isSecure);
          expect(rules).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
          expect(rules.includes('Secure'), door).toBe(isSecure);
          expect(
            rules.some((rule) => rule.startsWith('Domain')),
            door,
          ).toBe(false);
          expect((pair.split('=')[1] ?? '').length * BITS_OF_A_SYMBOL).toBeGreaterThanOrEqual(128);
        }
        expect(answer.text + String(answer.headers.location), door).not.toContain(set[0]?.pair.split('=')[1]);
      }
    },
  );

  test('S2 under https a cookie without __Host- opens nothing: neither a page nor a socket', async () => {
    const { services, port, workshop, code, address } = server;
    const session = (await services.staff.exchange(await services.staff.offerLink())) ?? '';
    const staffAt = async (cookie: string): Promise<number> =>
      (await ask(port, '/staff', { headers: { ...HTTPS, cookie } })).status;
    expect(await staffAt(`${staffCookie(true)}=${session}`)).toBe(200);
    expect(await staffAt(`${staffCookie(false)}=${session}`)).toBe(303);

    const token = (await server.person('Ben')).split('=')[1] ?? '';
    const pageOf = async (cookie: string): Promise<string> =>
      (await ask(port, `/join/${code}`, { headers: { ...HTTPS, cookie } })).text;
    expect(await pageOf(`${seatCookie('phone', workshop, false)}=${token}`)).toContain('name="organisation"');
    expect(await pageOf(`${seatCookie('phone', workshop, true)}=${token}`)).not.toContain(
      'name="organisation"',
    );

    for (const [isSecure, fate] of [
      [false, { code: 'no_seat' }],
      [true, 'seated'],
    ] as const) {
      const line = new Wire({
        address,
        origin: `https://${NAME}`,
        headers: { 'x-forwarded-proto': 'https' },
        cookie: `${seatCookie('phone', workshop, isSecure)}=${token}`,
        auth: handshakeFor(workshop, 'phone'),
      });
      if (typeof fate === 'string') expect(await line.fate).toBe(fate);
      else expect(await line.fate).toMatchObject(fate);
      line.close();
    }
  });

  test('S2 signing out ends the session and takes the cookie back', async () => {
    const { services, port } = server;
    const session = (await services.staff.exchange(await services.staff.offerLink())) ?? '';
    const cookie = `${staffCookie(true)}=${session}`;
    const out = await ask(port, '/staff/sign-out', { headers: { ...HTTPS, cookie }, form: {} });
    expect(cookiesSet(out)).toMatchObject([{ pair: `${staffCookie(true)}=` }]);
    expect((await ask(port, '/staff', { headers: { ...HTTPS, cookie } })).status).toBe(303);
  });

  test('S2 a link is used once, also when it is used twice in one instant', async () => {
    const { services, workshop, code } = server;
    const { secret } = orThrow(await services.doors.offerSeat(workshop, 'staff', 'co', 'Ben'));
    const taken = await Promise.all([1, 2, 3].map(() => services.doors.takeSeat(code, secret)));
    expect(taken.filter((answer) => 'token' in answer)).toHaveLength(1);
    const link = await services.staff.offerLink();
    const entered = await Promise.all([1, 2, 3].map(() => services.staff.exchange(link)));
    expect(entered.filter((token) => token !== null)).toHaveLength(1);
  });
});
