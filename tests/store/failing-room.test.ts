/** N6 through the whole server: a live room over a disk that fails under it. */
import { expect, test } from 'vitest';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import { StorageFailed } from '../../server/store/storage-failed.ts';
import { closing, liveClient } from '../server/opened.ts';
import { openTestServer, until } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { loseAll, SimulatedDisk } from './simulated-disk.ts';
import type { Fault } from './simulated-disk.ts';

const open = closing();
const OPEN = { type: 'phase.open', activity: 'welcome', phase: 'join' } as const;
const NOTE = { type: 'note.add', text: 'A note', decision: false } as const;

async function liveRoom(): Promise<{
  disk: SimulatedDisk;
  server: TestServer;
  broken: unknown[];
  whenBroken: Promise<unknown>;
}> {
  const disk = new SimulatedDisk();
  const broken: unknown[] = [];
  const { promise: whenBroken, resolve } = Promise.withResolvers<unknown>();
  const store = await LowdbStore.open('/', disk.files);
  const tell = (error: unknown): void => {
    broken.push(error);
    resolve(error);
  };
  const server = open(await openTestServer(store, { broken: tell }));
  return { disk, server, broken, whenBroken };
}

test('N6 on a full disk nothing is acknowledged, the console says so, and the room can be read by who comes then', async () => {
  const { disk, server, broken } = await liveRoom();
  const cookie = await server.host();
  const console = open(await liveClient(server, 'console', cookie));
  expect(await console.send(NOTE)).toMatchObject({ ok: true });
  const kept = disk.everything();
  disk.fault = { atStep: disk.steps + 1, code: 'ENOSPC', partial: 70 };
  void console.send(OPEN);
  await until(console, () => console.view?.storage === 'failing');
  expect(console.pending.filter(({ status }) => status !== 'saved')).toHaveLength(1);
  expect(console.view?.header.current.status).toBe('upcoming');
  const steps = disk.steps;
  const late = open(await liveClient(server, 'console', cookie));
  expect(late.view).toMatchObject({ storage: 'failing', notes: [{ text: 'A note' }] });
  const state = await server.services.workshops.get(server.workshop);
  expect(Object.keys(state?.notes ?? {})).toHaveLength(1);
  expect(await server.services.workshops.close(server.workshop)).toMatchObject({ code: 'unavailable' });
  expect(disk.steps).toBe(steps);
  expect(disk.everything()).toEqual(kept);
  expect(broken).toEqual([]);
});

test('N6 after a failed sync the process is told to end, nothing is tried again, and the next one has all that was acknowledged', async () => {
  const { disk, server, whenBroken } = await liveRoom();
  const console = open(await liveClient(server, 'console', await server.host()));
  expect(await console.send(NOTE)).toMatchObject({ ok: true });
  const fault: Fault = { atStep: disk.steps + 2, code: 'EIO' };
  disk.fault = fault;
  void console.send(OPEN);
  const failure = await whenBroken;
  expect(failure).toBeInstanceOf(StorageFailed);
  expect(failure).toMatchObject({ isFinal: true });
  expect(disk.steps).toBe(fault.atStep);
  const next = await LowdbStore.open('/', disk.afterPowerCut(loseAll).files);
  const { records } = await next.readWorkshop(server.workshop);
  expect(JSON.stringify(records.at(-1)?.events)).toContain('A note');
});

test('N6 every face is told; what a phone says meanwhile is kept there, shown as not sent, and taken by the next server', async () => {
  const { disk, server } = await liveRoom();
  const console = open(await liveClient(server, 'console', await server.host()));
  const screen = open(await liveClient(server, 'screen', await server.screen()));
  const phone = open(await liveClient(server, 'phone', await server.person('Ana')));
  disk.fault = { atStep: disk.steps + 1, code: 'ENOSPC', partial: 0 };
  const said = phone.send({ type: 'ground-rules.acknowledge' });
  for (const face of [console, screen, phone]) await until(face, () => face.view?.storage === 'failing');
  await until(phone, () => phone.pending.some(({ status }) => status === 'waiting'));
  const late = phone.send({ type: 'consent.set', consent: { named: true, quoted: false } });
  await until(phone, () => phone.pending.length === 2);
  expect(phone.pending.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
  await server.close();

  const store = await LowdbStore.open('/', disk.files);
  open(await openTestServer(store, { port: server.port }));
  expect([await said, await late].map(({ ok }) => ok)).toEqual([true, true]);
  await until(phone, () => phone.view?.storage === 'ok' && phone.own?.consent?.named === true);
  expect(phone.own?.groundRulesAt).not.toBeNull();
});
