import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { REFUSALS } from '../../src/lib/protocol/refusals.ts';
import { OWN_PAGE_HEADER } from '../../src/lib/protocol/own-page.ts';
import { closing } from './opened.ts';
import { openTestServer } from './test-server.ts';
import type { TestServer } from './test-server.ts';
import { handshakeFor, Wire } from './wire.ts';
import type { WireOptions } from './wire.ts';

const open = closing();
const NOTE = { type: 'note.add', text: 'A note', decision: false };
let server: TestServer;
let cookie: string;

beforeEach(async () => {
  server = open(await openTestServer());
  cookie = await server.host();
});

function wire(more: Partial<WireOptions> = {}): Wire {
  const auth = handshakeFor(server.workshop, 'console');
  return open(new Wire({ address: server.address, cookie, auth, ...more }));
}

describe('S1 where a socket comes from', () => {
  const foreign = (own: string): (string | null)[] => [
    null,
    'null',
    'http://evil.example',
    own.replace('http:', 'https:'),
    `${own}.evil.example`,
    own.replace(/:\d+$/, ':1'),
  ];
  test.each(['websocket', 'polling'] as const)('only the own origin is let in by %s', async (transport) => {
    for (const origin of foreign(server.address)) {
      expect(await wire({ origin, transport }).fate, String(origin)).toBe('refused');
    }
    expect(await wire({ transport }).fate).toBe('seated');
  });

  test('a page on the own server may poll, though its browser names no origin', async () => {
    const headers = { [OWN_PAGE_HEADER]: '1' };
    expect(await wire({ origin: null, transport: 'polling', headers }).fate).toBe('seated');
    expect(await wire({ origin: null, transport: 'websocket', headers }).fate).toBe('refused');
    expect(await wire({ origin: 'http://evil.example', transport: 'polling', headers }).fate).toBe('refused');
  });
});

describe('R6 who comes without a seat gets nothing', () => {
  test.each([
    ['no cookie', {}, 'no_seat'],
    ['a made-up token', { cookie: 'made-up' }, 'no_seat'],
    ['another room', { room: 'w-0000000000' }, 'no_room'],
    ['another version', { auth: { protocol: 999, room: '', face: 'console' } }, 'reload'],
    ['no handshake', { auth: {} }, 'reload'],
  ] as const)('%s', async (_name, asked, code) => {
    const { cookie: token, room, auth } = asked as { cookie?: string; room?: string; auth?: object };
    const line = open(
      new Wire({
        address: server.address,
        ...(token ? { cookie: `plumbline_host_${server.workshop}=${token}` } : {}),
        auth: auth ?? handshakeFor(room ?? server.workshop, 'console'),
      }),
    );
    expect(await line.fate).toMatchObject({ code });
    expect(line.snapshots).toEqual([]);
  });

  test('a phone’s cookie opens no console, and a screen may ask for nothing', async () => {
    const phone = (await server.person('Ana')).replace('plumbline_seat_', 'plumbline_host_');
    expect(await wire({ cookie: phone }).fate).toMatchObject({ code: 'no_seat' });
    const screen = wire({ cookie: await server.screen(), auth: handshakeFor(server.workshop, 'screen') });
    expect(await screen.fate).toBe('seated');
    expect(await screen.command({ id: randomUUID(), command: NOTE })).toMatchObject({
      ok: false,
      code: 'not_allowed',
    });
  });
});

describe('frames are parsed strictly', () => {
  test.each([
    ['nothing', undefined],
    ['text', 'note.add'],
    ['no id', { command: NOTE }],
    ['an id that is no UUID', { id: '1', command: NOTE }],
    ['one field more', { id: randomUUID(), command: { ...NOTE, by: 'p-1' } }],
    ['one field more outside', { id: randomUUID(), command: NOTE, role: 'staff' }],
    ['a command of pages', { id: randomUUID(), command: { type: 'workshop.open' } }],
    ['bytes', { id: randomUUID(), command: Buffer.from('note.add') }],
    [
      'a prototype',
      JSON.parse(`{"id":"${randomUUID()}","command":{"type":"room.nudge","__proto__":{"a":1}}}`),
    ],
  ])('%s is a bad command', async (_name, frame) => {
    const line = wire();
    expect(await line.fate).toBe('seated');
    const message = REFUSALS.bad_command;
    expect(await line.command(frame)).toEqual({ ok: false, code: 'bad_command', message });
  });

  test('a frame without room for an answer breaks nothing', async () => {
    const line = wire();
    await line.fate;
    line.socket.emit('command', 'nothing');
    line.socket.emit('sync');
    line.socket.emit('beat', 'nothing');
    expect(await line.command({ id: randomUUID(), command: NOTE })).toMatchObject({ ok: true });
  });

  test('far too many at once are told so, each of them, and another seat is not held up', async () => {
    const line = wire();
    await line.fate;
    const acks = await Promise.all(
      Array.from({ length: 90 }, () => line.command({ id: randomUUID(), command: { type: 'room.nudge' } })),
    );
    expect(acks.filter((ack) => !ack.ok && ack.code === 'too_fast').length).toBeGreaterThan(20);
    const other = wire({ cookie: await server.host() });
    await other.fate;
    expect(await other.command({ id: randomUUID(), command: NOTE })).toMatchObject({ ok: true });
  });
});
