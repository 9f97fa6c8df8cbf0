import { expect, test } from 'vitest';
import { steadyClock } from '../../server/start/steady-clock.ts';

const START = Date.UTC(2026, 9, 25, 0, 30);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A machine whose clock can be set, and whose time passes. */
function machine() {
  let [wall, elapsed] = [START, 1_000];
  const clock = steadyClock(
    () => wall,
    () => elapsed,
  );
  return {
    clock,
    pass: (ms: number) => void ([wall, elapsed] = [wall + ms, elapsed + ms]),
    set: (ms: number) => void (wall += ms),
    /** Asleep: the system's clock goes on, the other stands still. */
    sleep: (ms: number) => void (wall += ms),
    truth: () => wall,
  };
}

test('the clock put back by minutes: stamps go on in order, a timer neither stands still nor starts again', () => {
  const { clock, pass, set, truth } = machine();
  pass(10 * MINUTE);
  const before = clock();
  set(-7 * MINUTE);
  expect(clock()).toBe(before);
  pass(MINUTE);
  expect(clock() - before).toBe(MINUTE);
  set(-2 * MINUTE);
  pass(3 * MINUTE);
  expect(clock() - before).toBe(4 * MINUTE);
  set(9 * MINUTE);
  expect(clock() - before).toBe(4 * MINUTE);
  expect(clock()).toBe(truth());
});

test('many small steps back add up to none', () => {
  const { clock, pass, set } = machine();
  let last = clock();
  for (let second = 0; second < 300; second += 1) {
    pass(1_000);
    if (second % 3 === 0) set(-900);
    const now = clock();
    expect(now - last).toBeGreaterThanOrEqual(990);
    last = now;
  }
});

test('a step forward is followed: after a sleep it is the truth', () => {
  const { clock, pass, sleep, truth } = machine();
  pass(MINUTE);
  clock();
  sleep(8 * HOUR);
  expect(clock()).toBe(truth());
});

test('a clock that was wrong by more than an hour is corrected, both ways', () => {
  const { clock, pass, set, truth } = machine();
  set(400 * 24 * HOUR);
  expect(clock()).toBe(truth());
  set(-400 * 24 * HOUR);
  expect(clock()).toBe(START);
  pass(MINUTE);
  expect(clock()).toBe(START + MINUTE);
});

test('the end of daylight saving is no step: an hour that comes twice on a wall clock passes once', () => {
  const { clock, pass } = machine();
  const zone = { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', hour12: false } as const;
  const shown = (at: number): string => new Date(at).toLocaleTimeString('en-GB', zone);
  const opened = clock();
  pass(HOUR);
  const closed = clock();
  expect([shown(opened), shown(closed)]).toEqual(['02:30', '02:30']);
  expect(closed - opened).toBe(HOUR);
});
