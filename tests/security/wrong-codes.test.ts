/** S3 over years: whatever an address does, its guesses are bounded; and who mistypes waits for nothing, or for minutes. */
import { expect, test } from 'vitest';
import { openLog } from '../../server/instruments/open-log.ts';
import { CodeGuard } from '../../server/services/code-guard.ts';
import { TRIES, WrongCodesByAddress } from '../../server/services/wrong-codes.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';

const SPACE = 32 ** 6;
const ROOMS = 40;
const ADDRESSES = 50;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The guesses of one address that are answered, which guesses as soon as it may, and from so many waits on rests until one is forgotten. */
function answered(days: number, restFrom: number): number {
  const codes = new WrongCodesByAddress();
  let [now, told, waits] = [0, 0, 0];
  while (now < days * DAY_MS) {
    if (codes.isWaiting('it', now)) {
      now += 10 * MINUTE_MS;
      continue;
    }
    told += 1;
    if (!codes.failed('it', now)) continue;
    waits += 1;
    if (waits >= restFrom) now += 10 * MINUTE_MS * 2 ** (waits - 1) + 60 * DAY_MS;
    if (waits >= restFrom) waits -= 1;
  }
  return told;
}

test('S3 no way of guessing from 50 addresses finds a room among 40 in a year, and hardly in ten', () => {
  const expected = (days: number): number => {
    const most = Math.max(...Array.from({ length: 20 }, (_, restFrom) => answered(days, restFrom + 1)));
    return (most * ADDRESSES * ROOMS) / SPACE;
  };
  const [day, month, year, decade] = [1, 30, 365, 3_650].map(expected) as [number, number, number, number];
  console.info(
    `S3 the best way of guessing, from ${ADDRESSES} addresses with ${ROOMS} rooms open all the time: ` +
      `${[day, month, year, decade].map((hits) => hits.toExponential(1)).join(', ')} hits expected in a day, a month, a year, ten years`,
  );
  expect(year).toBeLessThanOrEqual(1e-3);
  expect(decade).toBeLessThanOrEqual(4e-3);
});

test('R9 a room that mistypes waits for nothing, and at the most for minutes', () => {
  const codes = new WrongCodesByAddress();
  for (let wrong = 1; wrong < TRIES; wrong += 1) expect(codes.failed('venue', wrong)).toBe(false);
  expect(codes.isWaiting('venue', TRIES)).toBe(false);
  expect(codes.failed('venue', TRIES)).toBe(true);
  expect(codes.isWaiting('venue', 9 * MINUTE_MS)).toBe(true);
  expect(codes.isWaiting('venue', 11 * MINUTE_MS)).toBe(false);
  expect(codes.isWaiting('another', TRIES)).toBe(false);
});

test('S3 each wait is twice the last, and one is forgotten in two months', () => {
  const codes = new WrongCodesByAddress();
  let now = 0;
  const waitOf = (): number => {
    while (!codes.failed('it', now));
    let minutes = 0;
    while (codes.isWaiting('it', now + minutes * MINUTE_MS)) minutes += 10;
    now += minutes * MINUTE_MS;
    return minutes;
  };
  expect([waitOf(), waitOf(), waitOf(), waitOf()]).toEqual([10, 20, 40, 80]);
  now += 61 * DAY_MS;
  expect([waitOf(), waitOf()]).toEqual([80, 160]);
  now += 400 * DAY_MS;
  expect(waitOf()).toBe(10);
});

test('S3 who guesses on and on is remembered beyond a restart, and not by the address', async () => {
  const contents = memoryContents();
  let now = 0;
  const open = (): Promise<CodeGuard> =>
    CodeGuard.open({ store: memoryStore(contents), log: openLog('silent'), now: () => now });
  const ADDRESS = '203.0.113.9';
  const first = await open();
  for (let wait = 0; wait < 5; wait += 1) {
    while (first.mayAsk(ADDRESS, null)) first.failed(ADDRESS);
    await expect.poll(() => contents.documents.size).toBe(wait < 2 ? 0 : 1);
    now += 10 * MINUTE_MS * 2 ** wait;
  }
  while (first.mayAsk(ADDRESS, null)) first.failed(ADDRESS);
  now += 300 * MINUTE_MS;
  await expect.poll(async () => (await open()).mayAsk(ADDRESS, null)).toBe(false);
  expect([...contents.documents.values()].join('\n')).not.toContain(ADDRESS);
  expect((await open()).mayAsk('203.0.113.10', null)).toBe(true);
});
