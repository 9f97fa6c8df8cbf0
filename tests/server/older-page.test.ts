/** A phone that slept through an upgrade: its page speaks an older protocol than the server that answers it. */
import { afterEach, expect, test, vi } from 'vitest';
import { memoryOutbox } from '../../src/lib/room/outbox.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import { closing, isLive } from './opened.ts';
import { openTestServer, until } from './test-server.ts';

const VERSION = '../../src/lib/protocol/version.ts';
const open = closing();
afterEach(() => {
  vi.doUnmock(VERSION);
  vi.resetModules();
});

/** Server and client as they were one version ago. */
async function theOlder(): Promise<typeof import('./test-server.ts')> {
  vi.resetModules();
  vi.doMock(VERSION, () => ({ PROTOCOL_VERSION: 0 }));
  return import('./test-server.ts');
}

test('R3 R4 an older page with something unsent is told to reload, keeps it, and the reloaded page sends it once', async () => {
  const older = await theOlder();
  const [contents, outbox] = [memoryContents(), memoryOutbox()];
  const before = await older.openTestServer(memoryStore(contents));
  const cookie = await before.person('Ana');
  const page = open(before.client('phone', cookie, { outbox }));
  await isLive(page);
  const owner = `${before.workshop}/${page.own?.participant}`;
  await before.close();
  const answered = vi.fn();
  void page.send({ type: 'ground-rules.acknowledge' }).then(answered);

  const after = open(await openTestServer(memoryStore(contents), { port: before.port }));
  await until(page, () => page.goodbye !== null);
  expect(page.goodbye).toMatchObject({ code: 'reload' });
  expect(page.pending.map(({ status }) => status)).toEqual(['waiting']);
  expect(await outbox.load(owner)).toHaveLength(1);
  page.close();

  const reloaded = open(after.client('phone', cookie, { outbox }));
  await until(reloaded, () => typeof reloaded.own?.groundRulesAt === 'number');
  await vi.waitFor(async () => expect(await outbox.load(owner)).toEqual([]));
  expect(answered).not.toHaveBeenCalled();
  const acknowledged = [...(contents.workshops.get(after.workshop)?.records ?? [])].filter((line) =>
    line.includes('groundRules'),
  );
  expect(acknowledged).toHaveLength(1);
});
