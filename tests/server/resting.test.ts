/** A server that runs for months: rooms nobody is in are put away, and are there again as they were when somebody asks. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rooms } from '../../server/rooms.ts';
import { hashOf } from '../../server/seats.ts';
import type { Services } from '../../server/services.ts';
import { openServices } from '../../server/services/open-services.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/port.ts';

const HOST = { type: 'note.add', text: 'A note', decision: false } as const;
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
let dir: string;
let store: Store;
let rooms: Rooms;
let services: Services;
let id: string;
let now = 1_000_000;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'plumbline-resting-'));
  store = await openStore(dir);
  ({ rooms, services } = await openServices({
    store,
    outlet: { delta: () => undefined, snapshot: () => undefined },
    log: silent,
    now: () => now,
    publicAddress: () => '',
    startRehearsal: () => Promise.resolve(),
    answered: () => undefined,
    storageFailed: (error) => {
      throw error;
    },
    withSample: true,
    hasPages: false,
  }));
  const [sample] = await services.workshops.list();
  id = sample?.id ?? '';
});
afterEach(async () => {
  await rooms.close();
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

async function lead(): Promise<{ role: 'facilitator'; id: string }> {
  const offered = await services.doors.offerSeat(id, 'staff', 'lead', 'Lead');
  const code = (await services.workshops.get(id))?.code ?? '';
  if ('secret' in offered) await services.doors.takeSeat(code, offered.secret);
  return { role: 'facilitator', id: 'seat' in offered ? offered.seat : '' };
}

/** Open files in the data folder; null where the system does not tell. */
async function openFiles(): Promise<string[] | null> {
  const names = await readdir('/proc/self/fd').catch(() => null);
  if (names === null) return null;
  const paths = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  return paths.filter((path) => path.startsWith(join(dir, 'workshops')));
}

test('a room nobody asks for is put away, holds no file, and is the same when somebody comes', async () => {
  const facilitator = await lead();
  const room = await rooms.get(id);
  const envelope = { id: randomUUID(), command: HOST };
  const ack = await room?.ask(facilitator, envelope);
  expect(ack).toMatchObject({ ok: true });
  const before = await room?.read((state) => structuredClone(state));
  const listed = await rooms.list();

  now += 59_000;
  await rooms.rest(60_000);
  expect(rooms.liveCount).toBe(1);
  now += 1_000;
  await rooms.rest(60_000);
  expect(rooms.liveCount).toBe(0);
  expect((await openFiles()) ?? []).toEqual([]);
  expect(await rooms.list()).toEqual(listed);

  const again = await rooms.get(id);
  expect(again).not.toBe(room);
  expect(await again?.read((state) => structuredClone(state))).toEqual(before);
  expect(await again?.ask(facilitator, envelope)).toEqual(ack);
});

test('a room somebody is in is not put away', async () => {
  const code = (await services.workshops.get(id))?.code ?? '';
  const joined = await services.doors.join(code, {
    name: 'Ana',
    organisation: 'Alpine',
    jobTitle: null,
    sizeBand: null,
    subSector: null,
    role: 'employer',
  });
  const room = await rooms.get(id);
  const viewer = {
    face: 'phone',
    packs: false,
    hash: 'token' in joined ? hashOf(joined.token) : '',
    enter: () => undefined,
    leave: () => undefined,
    snapshot: () => undefined,
    goodbye: () => undefined,
  } as const;
  expect(await room?.enter(viewer)).toBe(true);
  now += 3_600_000;
  await rooms.rest(60_000);
  expect(await rooms.get(id)).toBe(room);
  room?.leave(viewer);
  now += 3_600_000;
  await rooms.rest(60_000);
  expect(rooms.liveCount).toBe(0);
});

test('who comes while a room is being put away gets the next life of it, and is heard', async () => {
  const facilitator = await lead();
  now += 3_600_000;
  const resting = rooms.rest(60_000);
  await new Promise((turn) => setImmediate(turn));
  const room = await rooms.get(id);
  expect(await room?.ask(facilitator, { id: randomUUID(), command: HOST })).toMatchObject({ ok: true });
  await resting;
  expect(await rooms.get(id)).toBe(room);
});
