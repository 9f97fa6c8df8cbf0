import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import type { MemoryContents } from '../../server/store/memory-store.ts';
import { closing } from './opened.ts';
import { openTestServer } from './test-server.ts';
import type { TestServer } from './test-server.ts';
import { handshakeFor, Wire } from './wire.ts';

const open = closing();
const note = (text: string) => ({ type: 'note.add', text, decision: false });
let contents: MemoryContents;
let server: TestServer;
let cookie: string;

async function lineTo(to: TestServer): Promise<Wire> {
  const wire = open(new Wire({ address: to.address, cookie, auth: handshakeFor(to.workshop, 'console') }));
  expect(await wire.fate).toBe('seated');
  return wire;
}

async function notes(): Promise<string[]> {
  const state = await server.services.workshops.get(server.workshop);
  return Object.values(state?.notes ?? {}).map(({ text }) => text);
}

beforeEach(async () => {
  contents = memoryContents();
  server = open(await openTestServer(memoryStore(contents)));
  cookie = await server.host();
});

test('R3 the same id again gets the stored answer and has no second effect', async () => {
  const wire = await lineTo(server);
  const envelope = { id: randomUUID(), command: note('Once') };
  const first = await wire.command(envelope);
  expect(first).toMatchObject({ ok: true });
  await wire.command({ id: randomUUID(), command: note('Between') });
  expect(await wire.command(envelope)).toEqual(first);
  expect(await notes()).toEqual(['Once', 'Between']);
});

test('R3 the same id twice in one append is one command', async () => {
  const wire = await lineTo(server);
  const envelope = { id: randomUUID(), command: note('Once') };
  const [first, second] = await Promise.all([wire.command(envelope), wire.command(envelope)]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await notes()).toEqual(['Once']);
});

test('R3 the same id with other content is refused', async () => {
  const wire = await lineTo(server);
  const id = randomUUID();
  await wire.command({ id, command: note('First') });
  expect(await wire.command({ id, command: note('Second') })).toMatchObject({ ok: false, code: 'id_reused' });
  expect(await notes()).toEqual(['First']);
});

test('R3 the stored answer outlives the server, with and without a checkpoint', async () => {
  const envelope = { id: randomUUID(), command: note('Once') };
  const first = await (await lineTo(server)).command(envelope);
  const unclosed = await openTestServer(memoryStore(contents));
  expect(await (await lineTo(unclosed)).command(envelope)).toEqual(first);
  await unclosed.close();
  const afterCheckpoint = open(await openTestServer(memoryStore(contents)));
  expect(contents.workshops.get(server.workshop)?.checkpoint).not.toBeNull();
  expect(await (await lineTo(afterCheckpoint)).command(envelope)).toEqual(first);
});

test('R3 a refused command is not stored: it may be sent again when it is possible', async () => {
  const wire = await lineTo(server);
  const reveal = { id: randomUUID(), command: { type: 'phase.reveal', activity: 'welcome', phase: 'join' } };
  const before = (await wire.command({ id: randomUUID(), command: note('Before') })) as { seq: number };
  expect(await wire.command(reveal)).toMatchObject({ ok: false });
  const after = await wire.command({ id: randomUUID(), command: note('After') });
  expect(after).toMatchObject({ ok: true, seq: before.seq + 1 });
});
