import { beforeEach, expect, test, vi } from 'vitest';
import { Publisher } from '../../server/room/publisher.ts';
import type { Viewer } from '../../server/room/ports.ts';

let view: { count: number } & Record<string, unknown>;
let looks: number;
let builds: number;
let mayShow: boolean;
let told: unknown[];
let publisher: Publisher;
const viewer: Viewer = {
  face: 'screen',
  hash: '',
  packs: false,
  enter: () => undefined,
  leave: () => undefined,
  snapshot: () => undefined,
  goodbye: () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers();
  [view, looks, builds, mayShow, told] = [{ count: 0 }, 0, 0, true, []];
  publisher = new Publisher({
    workshop: 'w-1',
    epoch: 'a',
    outlet: {
      delta: (channel, { seq, patch }) => told.push({ channel, seq, patch }),
      snapshot: (channel, { seq }) => told.push({ channel, seq, whole: true }),
    },
    look() {
      looks += 1;
      return () => {
        builds += 1;
        return { ...view };
      };
    },
    mayShow: () => mayShow,
  });
  return () => vi.useRealTimers();
});

function change(): void {
  view.count += 1;
  request('all');
}

function request(keys: Parameters<Publisher['mark']>[0]): void {
  publisher.mark(keys);
  publisher.tell();
}

const count = (seq: number, value: number) => ({
  channel: 'w-1/screen',
  seq,
  patch: [{ op: 'replace', path: '/count', value }],
});

/** What the first waits for those who come with it, and what is between two messages. */
const [GATHER_MS, INTERVAL_MS] = [20, 60];

test('B2 what comes in one instant is one message, soon; what comes after it waits for the interval', () => {
  publisher.enter('screen', viewer);
  for (let burst = 0; burst < 5; burst += 1) change();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([count(2, 5)]);
  change();
  vi.advanceTimersByTime(INTERVAL_MS - 1);
  expect(told).toHaveLength(1);
  change();
  vi.advanceTimersByTime(1);
  expect(told).toEqual([count(2, 5), count(3, 7)]);
});

test('R1 nothing goes out while something is not stored, not even what was waiting', () => {
  publisher.enter('screen', viewer);
  change();
  vi.advanceTimersByTime(GATHER_MS);
  change();
  mayShow = false;
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([count(2, 1)]);
  mayShow = true;
  publisher.tell();
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([count(2, 1), count(3, 2)]);
});

test('a view nobody looks at is not built', () => {
  change();
  expect(builds).toBe(0);
  publisher.enter('screen', viewer);
  publisher.leave('screen', viewer);
  const built = builds;
  vi.advanceTimersByTime(INTERVAL_MS);
  change();
  vi.advanceTimersByTime(GATHER_MS);
  expect(builds).toBe(built);
});

test('what has not changed is not sent, and a patch larger than the whole gives way to it', () => {
  publisher.enter('screen', viewer);
  request('all');
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(INTERVAL_MS);
  for (let step = 0; step < 12; step += 1) view[`step${step}`] = 'x'.repeat(200);
  request('all');
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([{ channel: 'w-1/screen', seq: 2, whole: true }]);
});

test('B1 all audiences of one message share one look at the room', () => {
  for (const key of ['console', 'screen', 'phone'] as const) publisher.enter(key, viewer);
  const before = looks;
  change();
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toHaveLength(3);
  expect(looks).toBe(before + 1);
});

const own = 'own/p-1';
const look = () => ({ ...view });

test("B1 what is one viewer's own goes with the answer, once, and needs no message", () => {
  publisher.enter(own, viewer);
  view.count += 1;
  publisher.mark([own]);
  expect(publisher.take(own, look)).toEqual({
    audience: 'own',
    epoch: 'a',
    seq: 2,
    patch: count(2, 1).patch,
  });
  expect(publisher.take(own, look)).toBeNull();
  publisher.tell();
  expect(vi.getTimerCount()).toBe(0);
  change();
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([{ ...count(3, 2), channel: `w-1/${own}` }]);
});

test('R7 where two devices of one person look on, both are told by a message', () => {
  publisher.enter(own, viewer);
  publisher.enter(own, { ...viewer });
  view.count += 1;
  publisher.mark([own]);
  expect(publisher.take(own, look)).toBeNull();
  publisher.tell();
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([{ ...count(2, 1), channel: `w-1/${own}` }]);
});

test('R1 nothing goes with an answer while something is not stored', () => {
  publisher.enter(own, viewer);
  view.count += 1;
  publisher.mark([own]);
  mayShow = false;
  expect(publisher.take(own, look)).toBeNull();
  mayShow = true;
  expect(publisher.take(own, look)).not.toBeNull();
});

test('what is large goes out at once, as a message of its own', () => {
  publisher.enter(own, viewer);
  view['long'] = 'x'.repeat(2_000);
  publisher.mark([own]);
  expect(publisher.take(own, look)).toBeNull();
  expect(told).toMatchObject([{ channel: `w-1/${own}`, seq: 2 }]);
});

test('nothing that is unchanged goes with an answer', () => {
  publisher.enter(own, viewer);
  publisher.mark([own]);
  expect(publisher.take(own, look)).toBeNull();
  expect(publisher.take('own/nobody', look)).toBeNull();
  expect(told).toEqual([]);
});
