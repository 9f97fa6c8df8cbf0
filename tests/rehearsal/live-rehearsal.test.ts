import { afterEach, beforeEach, expect, test } from 'vitest';
import { liveRehearsals } from '../../server/rehearsal/start.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import { seatCookie } from '../../server/seats.ts';
import { openTestServer, orThrow, until } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

const POLL = { timeout: 20_000 };
let server: TestServer;
beforeEach(async () => {
  server = await openTestServer(memoryStore(), { startRehearsal: liveRehearsals() });
});
afterEach(() => server.close());

async function consoleOf(workshop: string) {
  const { doors, workshops } = server.services;
  const code = (await workshops.get(workshop))?.code ?? '';
  const { secret } = orThrow(await doors.offerSeat(workshop, 'staff', 'lead', 'Practising'));
  const { token } = orThrow(await doors.takeSeat(code, secret));
  return server.client('console', `${seatCookie('console', workshop)}=${token}`, { room: workshop });
}

test(
  'a copy of the workshop fills with employers who answer what a person opens',
  { timeout: 40_000 },
  async () => {
    const copy = await server.services.workshops.rehearse(server.workshop, 6);
    expect(await server.services.workshops.get(copy)).toMatchObject({ rehearsal: true, stage: 'open' });
    const host = await consoleOf(copy);
    const people = () => host.view?.people.filter(({ groundRules }) => groundRules) ?? [];
    await until(host, () => people().length >= 3);
    expect(host.view?.header.rehearsal).toBe(true);
    const place = { activity: 'critical', phase: 'choose' } as const;
    await host.send({ type: 'guide.go', ...place });
    expect(await host.send({ type: 'phase.open', ...place })).toMatchObject({ ok: true });
    await until(host, () => (host.view?.header.turnout.finished ?? 0) >= 2);
    expect((await server.services.workshops.get(server.workshop))?.participants).toEqual({});

    await server.services.workshops.discard(copy);
    await until(host, () => host.goodbye !== null);
    expect(host.goodbye?.code).toBe('discarded');
    expect((await server.services.workshops.list()).map(({ id }) => id)).toEqual([server.workshop]);
  },
);

test('U4 a fourth rehearsal at once is refused with a sentence, and leaves nothing behind', async () => {
  const { workshops } = server.services;
  for (let started = 0; started < 3; started += 1) await workshops.rehearse(server.workshop, 5);
  await expect(workshops.rehearse(server.workshop, 5)).rejects.toThrow('There are 3 rehearsals already');
  expect(await workshops.list()).toHaveLength(4);
});

test(
  'a server that is stopped in the middle of a rehearsal ends at once, and the next one has both rooms as they were',
  { timeout: 40_000 },
  async () => {
    const contents = memoryContents();
    const first = await openTestServer(memoryStore(contents), { startRehearsal: liveRehearsals() });
    const copy = await first.services.workshops.rehearse(first.workshop, 6);
    const state = () => first.services.workshops.get(copy);
    await expect
      .poll(async () => Object.keys((await state())?.participants ?? {}).length, POLL)
      .toBeGreaterThan(2);
    const stoppedAt = performance.now();
    await first.close();
    expect(performance.now() - stoppedAt).toBeLessThan(5_000);

    const second = await openTestServer(memoryStore(contents), { startRehearsal: liveRehearsals() });
    const { workshops } = second.services;
    const kept = await workshops.get(copy);
    expect(kept).toMatchObject({ rehearsal: true, stage: 'open' });
    expect(Object.keys(kept?.participants ?? {}).length).toBeGreaterThan(2);
    expect((await workshops.get(first.workshop))?.participants).toEqual({});
    // Its employers do not come back; it can be discarded, and another begun.
    await workshops.discard(copy);
    const next = await workshops.rehearse(first.workshop, 5);
    expect((await workshops.list()).map(({ id }) => id).sort()).toEqual([first.workshop, next].sort());
    await second.close();
  },
);
