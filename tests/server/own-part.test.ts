/** B1: what a command changes of its sender's own part comes with the answer; it is nobody else's (R7). */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { commandReply } from '../../src/lib/protocol/delivery.ts';
import type { Delta } from '../../src/lib/protocol/delivery.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, until } from './test-server.ts';
import type { TestServer } from './test-server.ts';
import { handshakeFor, Wire } from './wire.ts';

const open = closing();
const accept = () => ({ id: randomUUID(), command: { type: 'ground-rules.acknowledge' } });
const consent = (named: boolean) => ({
  id: randomUUID(),
  command: { type: 'consent.set', consent: { named, quoted: false } },
});

async function phoneLine(server: TestServer, cookie: string): Promise<{ wire: Wire; deltas: Delta[] }> {
  const auth = handshakeFor(server.workshop, 'phone');
  const wire = open(new Wire({ address: server.address, cookie, auth }));
  const deltas: Delta[] = [];
  wire.socket.on('delta', (delta: Delta) => deltas.push(delta));
  await wire.fate;
  await wire.sync();
  return { wire, deltas };
}

const ownOf = (deltas: readonly Delta[]) => deltas.filter(({ audience }) => audience === 'own');

function nextOwn(wire: Wire): Promise<Delta> {
  return new Promise((heard) =>
    wire.socket.on('delta', (delta: Delta) => delta.audience === 'own' && heard(delta)),
  );
}

async function seqOf(wire: Wire): Promise<number | undefined> {
  return (await wire.sync()).snapshots.find(({ audience }) => audience === 'own')?.seq;
}

test('B1 it comes with the answer, in the numbering of that audience, and in no other message', async () => {
  const server = open(await openTestServer());
  const { wire, deltas } = await phoneLine(server, await server.person('Ana'));
  const before = (await seqOf(wire)) ?? NaN;
  const first = commandReply.parse(await wire.command(accept()));
  const second = commandReply.parse(await wire.command(consent(true)));
  expect([first, second]).toMatchObject([{ own: { seq: before + 1 } }, { own: { seq: before + 2 } }]);
  expect(JSON.stringify(first)).toContain('groundRulesAt');
  expect(await seqOf(wire)).toBe(before + 2);
  const other = open(await liveClient(server, 'phone', await server.person('Ben')));
  await until(other, () => other.view !== null);
  expect(ownOf(deltas)).toEqual([]);
});

test('R7 two devices of one person are both told by a message, and nobody else is', async () => {
  const server = open(await openTestServer());
  const cookie = await server.person('Ana');
  const one = await phoneLine(server, cookie);
  const two = await phoneLine(server, cookie);
  const other = await phoneLine(server, await server.person('Ben'));
  const told = Promise.all([one, two].map(({ wire }) => nextOwn(wire)));
  expect(await one.wire.command(accept())).not.toHaveProperty('own');
  const [first, second] = await told;
  expect(first).toEqual(second);
  await other.wire.sync();
  expect(ownOf(other.deltas)).toEqual([]);
});

test('a client shows what came with the answer as soon as it is answered, and asks for nothing again', async () => {
  const server = open(await openTestServer());
  const phone = open(await liveClient(server, 'phone', await server.person('Ana')));
  for (const named of [true, false, true]) {
    expect(await phone.send({ type: 'consent.set', consent: { named, quoted: false } })).toMatchObject({
      ok: true,
    });
    expect(phone.own?.consent?.named).toBe(named);
  }
});
