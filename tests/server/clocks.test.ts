/** Clocks that are wrong, or are set while the room is live: the server's, and a phone's. */
import { afterEach, expect, test, vi } from 'vitest';
import { keepRetention } from '../../server/services/keep-retention.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, until } from './test-server.ts';

const open = closing();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a phone whose clock is a day wrong, and set by hours meanwhile, counts down by the server’s clock', async () => {
  const ahead = 3 * DAY;
  const now = (): number => performance.timeOrigin + performance.now() + ahead;
  const server = open(await openTestServer(memoryStore(), { now }));
  const phone = open(await liveClient(server, 'phone', await server.person('Ana')));
  const wrongBy = (): number => Math.abs(phone.now() - now());
  await until(phone, () => wrongBy() < 1_000);
  const wall = Date.now.bind(Date);
  for (const set of [-5 * HOUR, 7 * HOUR]) {
    vi.spyOn(Date, 'now').mockImplementation(() => wall() + set);
    expect(wrongBy()).toBeLessThan(1_000);
    expect(await phone.send({ type: 'ground-rules.acknowledge' })).toMatchObject({ ok: true });
    await phone.wake();
    expect(wrongBy()).toBeLessThan(1_000);
  }
  await until(phone, () => Math.abs((phone.own?.groundRulesAt ?? 0) - now()) < 10_000);
});

test('C5 a clock that leaps ahead erases nothing at once; when it still says so an hour later, it is believed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
  let leap = 0;
  const erase = vi.fn(() => Promise.resolve());
  const warn = vi.fn();
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn, error: quiet };
  await keepRetention(erase, log, () => Date.now() + leap);
  const looks = async (): Promise<number> => {
    erase.mockClear();
    await vi.advanceTimersByTimeAsync(HOUR);
    return erase.mock.calls.length;
  };
  expect(await looks()).toBe(1);
  leap = 400 * DAY;
  expect(await looks()).toBe(0);
  expect(warn).toHaveBeenCalledOnce();
  leap = 0;
  expect(await looks()).toBe(1);
  leap = 400 * DAY;
  expect([await looks(), await looks()]).toEqual([0, 1]);
});
