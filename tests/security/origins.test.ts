/** S1: a socket is opened, and a form taken, for pages of this server only, by whatever way it is reached. */
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { OWN_PAGE_HEADER } from '../../src/lib/protocol/own-page.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { ask } from './request.ts';

const NAME = 'workshops.example.org';
const HTTPS = { 'x-forwarded-proto': 'https' };
const WAYS = ['websocket', 'polling', 'form'] as const;
type Way = (typeof WAYS)[number];

interface Place {
  name: string;
  server: () => TestServer;
  host: (server: TestServer) => string;
  headers: Record<string, string>;
  /** Origins of its own pages, and those that are not. */
  own: (server: TestServer) => string[];
  foreign: (server: TestServer) => (string | undefined)[];
}

let plain: TestServer;
let proxied: TestServer;
beforeAll(async () => {
  plain = await openTestServer(undefined, { pages: 'built' });
  proxied = await openTestServer(undefined, {
    pages: 'built',
    isBehindProxy: true,
    publicOrigin: `https://${NAME}`,
  });
}, 240_000);
afterAll(async () => {
  await plain.close();
  await proxied.close();
});

/** Looks like `origin`, and is not it. */
function lookAlikes(origin: string): string[] {
  const { protocol, hostname, port } = new URL(origin);
  const colon = port ? `:${port}` : '';
  return [
    `${protocol}//${hostname}.evil.example${colon}`,
    `${protocol}//evil${hostname}${colon}`,
    `${protocol}//${hostname}:1`,
    `${protocol}//user@${hostname}${colon}`,
    `${protocol}//${hostname}${colon}/`,
    `${protocol}//${hostname}${colon}.`,
    `${protocol}//evil.example/${hostname}${colon}`,
    `${origin}, http://evil.example`,
    `http://evil.example, ${origin}`,
    origin.toUpperCase(),
    ` ${origin}x`,
    `file://${hostname}`,
    `chrome-extension://${hostname}`,
  ];
}

const STRANGERS = [undefined, '', 'null', 'http://evil.example', 'https://evil.example', 'http://localhost'];

const PLACES: Place[] = [
  {
    name: 'in the meeting room',
    server: () => plain,
    host: ({ port }) => `127.0.0.1:${port}`,
    headers: {},
    own: ({ address }) => [address],
    foreign: ({ address }) => [...STRANGERS, address.replace('http:', 'https:'), ...lookAlikes(address)],
  },
  {
    name: 'in the meeting room, with a header only a proxy may send',
    server: () => plain,
    host: ({ port }) => `127.0.0.1:${port}`,
    headers: { ...HTTPS, 'x-forwarded-host': 'evil.example', 'x-plumbline-protocol': 'https' },
    own: ({ address }) => [address],
    foreign: ({ address }) => [address.replace('http:', 'https:'), 'https://evil.example'],
  },
  {
    name: 'behind a proxy that is trusted',
    server: () => proxied,
    host: () => NAME,
    headers: HTTPS,
    own: () => [`https://${NAME}`],
    foreign: () => [...STRANGERS, `http://${NAME}`, ...lookAlikes(`https://${NAME}`)],
  },
];

async function isTaken(place: Place, way: Way, origin: string | undefined): Promise<boolean> {
  const server = place.server();
  const headers = {
    ...place.headers,
    host: place.host(server),
    ...(origin === undefined ? {} : { origin }),
  };
  if (way === 'form') {
    const form = { name: 'Ana', organisation: '' };
    return (await ask(server.port, `/join/${server.code}`, { form, headers })).status !== 403;
  }
  const path = `/socket.io/?EIO=4&transport=${way}`;
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  const asked = { headers: { ...headers, ...(way === 'websocket' ? upgrade : {}) } };
  return [101, 200].includes((await ask(server.port, path, asked)).status);
}

describe('S1 origins', () => {
  let cells = 0;
  test.each(PLACES)('S1 $name every foreign origin is refused, by every way', async (place) => {
    for (const way of WAYS) {
      for (const origin of place.own(place.server()))
        expect(await isTaken(place, way, origin), `${way} ${origin}`).toBe(true);
      for (const origin of place.foreign(place.server())) {
        expect(await isTaken(place, way, origin), `${way} ${String(origin)}`).toBe(false);
        cells += 1;
      }
    }
  });

  test('S1 a page of our own polls without an origin, by a header a foreign page cannot send', async () => {
    const { port } = plain;
    const headers = { [OWN_PAGE_HEADER]: '1' };
    const path = '/socket.io/?EIO=4&transport=polling';
    expect((await ask(port, path, { headers })).status).toBe(200);
    const preflight = await ask(port, path, { headers: { ...headers, origin: 'http://evil.example' } });
    expect(preflight.status).toBe(403);
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
  });

  afterAll(() => console.info(`S1 origins: ${cells} foreign handshakes and forms refused`));
});
