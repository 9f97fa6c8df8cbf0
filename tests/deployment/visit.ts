/**
 * A visit to an installed server through its proxy: `node visit.ts ORIGIN STAFF_LINK CONTROL`. Staff come in, a phone joins
 * and answers over a WebSocket, the server is killed and then stopped, and the phone goes on. Run with NODE_EXTRA_CA_CERTS.
 */
import assert from 'node:assert/strict';
import { RoomClient } from '../../src/lib/room/client.ts';

const [origin = '', staffLink = '', control = ''] = process.argv.slice(2);

await pagesAndCookies();
process.exit(0);

async function pagesAndCookies(): Promise<void> {
  const home = await fetch(origin);
  assert.equal(home.status, 200);
  assert.match(home.headers.get('strict-transport-security') ?? '', /max-age=\d{7}/);
  assert.equal((await fetch(`${origin}/readyz`)).status, 200);
  assert.equal((await fetch(`${origin}/metrics`)).status, 404);
  told('pages over TLS, with HSTS; no metrics from outside');

  const staff = secureCookie(await takeLink(), 303);
  const list = await (await fetch(`${origin}/staff/workshops`, { headers: { cookie: staff } })).text();
  const code = /\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/.exec(list)?.[0] ?? '';
  assert.notEqual(code, '');
  told('the staff link works once, and leaves a Secure, HttpOnly cookie');
  assert.equal((await takeLink()).status, 410);
  assert.equal((await post(`${origin}/join/${code}`, {}, 'https://evil.example')).status, 403);

  const profile = { name: 'Check', organisation: 'Deployment check', role: 'employer' };
  const seat = secureCookie(await post(`${origin}/join/${code}`, profile), 303);
  await phone(code, seat);
}

async function phone(room: string, cookie: string): Promise<void> {
  const client = new RoomClient({ room, face: 'phone', address: origin, headers: { cookie, origin } });
  await until(client, () => client.status === 'live' && client.own !== null);
  assert.equal((await client.send({ type: 'ground-rules.acknowledge' })).ok, true);
  told('a phone joined by the page and was acknowledged over wss');

  for (const end of ['kill', 'restart']) {
    const startedAt = performance.now();
    const over = until(client, () => client.status === 'offline');
    await fetch(`${control}/${end}/plumbline`);
    await over;
    const ack = client.send({ type: 'consent.set', consent: { named: end === 'kill', quoted: false } });
    await until(client, () => client.status === 'live');
    assert.equal((await ack).ok, true);
    await until(client, () => client.own?.consent?.named === (end === 'kill'));
    assert.notEqual(client.own?.groundRulesAt, null);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    told(`after ${end}, what was said meanwhile arrived and nothing was typed again (${seconds} s)`);
  }
  client.close();
}

/** What the page behind the link does with its secret, which no request line ever holds. */
function takeLink(): Promise<Response> {
  const [address = '', secret = ''] = staffLink.split('#');
  return post(address, { secret });
}

function post(address: string, fields: Record<string, string>, from = origin): Promise<Response> {
  const headers = { origin: from, accept: 'text/html' };
  const body = new URLSearchParams(fields);
  return fetch(address, { method: 'POST', headers, body, redirect: 'manual' });
}

function secureCookie(response: Response, status: number): string {
  assert.equal(response.status, status);
  const [cookie = ''] = response.headers.getSetCookie();
  assert.match(cookie, /^__Host-[^;]+; /);
  for (const wanted of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    assert.ok(cookie.split('; ').includes(wanted), `${wanted} is missing: ${cookie.replace(/=[^;]+/, '=…')}`);
  return cookie.split(';')[0] ?? '';
}

function until(client: RoomClient<'phone'>, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    if (holds()) return done();
    const stop = client.subscribe(() => {
      if (!holds()) return;
      stop();
      done();
    });
  });
}

function told(line: string): void {
  process.stdout.write(`  ok  ${line}\n`);
}
