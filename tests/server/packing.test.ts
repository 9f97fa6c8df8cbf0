/** B6: what is large goes packed to whoever takes that, and says the same as what goes plain to the others. */
import { expect, test } from 'vitest';
import { unpacked } from '../../src/lib/room/unpacked.ts';
import type { Delta, Snapshot } from '../../src/lib/protocol/delivery.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, until } from './test-server.ts';
import { handshakeFor, Wire } from './wire.ts';

const opened = closing();

function heardBy(wire: Wire, event: 'delta' | 'packed'): unknown[] {
  const heard: unknown[] = [];
  wire.socket.on(event, (message: unknown) => heard.push(message));
  return heard;
}

test('B6 R7 a phone that packs and one that does not are told the same, the large once packed and once plain', async () => {
  const server = opened(await openTestServer());
  const host = opened(await liveClient(server, 'console', await server.host()));
  const { address, workshop } = server;
  const auth = handshakeFor(workshop, 'phone');
  const plain = opened(new Wire({ address, cookie: await server.person('Ana'), auth }));
  const packs = opened(
    new Wire({ address, cookie: await server.person('Ben'), auth: { ...auth, packs: true } }),
  );
  const told = {
    plain: heardBy(plain, 'delta'),
    small: heardBy(packs, 'delta'),
    packed: heardBy(packs, 'packed'),
  };
  await Promise.all([plain.fate, packs.sync()]);

  await host.send({ type: 'guide.next', activity: 'welcome', phase: 'join' });
  await host.send({ type: 'phase.open', activity: 'figures', phase: 'mark' });
  await until(host, () => host.view?.header.current.status === 'open');
  await host.send({ type: 'room.nudge' });
  await until(host, () => host.view?.header.nudges === 1);
  const answers = await Promise.all([plain.sync(), packs.sync()]);

  const shared = (messages: unknown[]) =>
    (messages as Delta[]).filter(({ audience }) => audience === 'shared');
  const cards = shared(told.plain).find(({ patch }) => JSON.stringify(patch).length > 20_000);
  const unpackedOnes = await Promise.all(told.packed.map((text) => unpacked(text as string)));
  const same = unpackedOnes.find(([, { seq }]) => seq === cards?.seq);
  expect(cards).toBeDefined();
  expect(same).toEqual(['delta', cards]);
  expect(String(told.packed[0]).length).toBeLessThan(JSON.stringify(cards).length / 4);
  expect(told.small.length).toBeGreaterThan(0);

  const [whole, small] = answers;
  const large = (await Promise.all((small.packed ?? []).map(unpacked))).map(([, each]) => each as Snapshot);
  const room = (snapshots: Snapshot[]) => snapshots.find(({ audience }) => audience === 'shared');
  expect(room([...small.snapshots, ...large])).toEqual(room(whole.snapshots));
  expect(whole.packed).toBeUndefined();
});
