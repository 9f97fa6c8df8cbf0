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
  publisher.request('all');
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
  publisher.request([]);
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
  publisher.request('all');
  vi.advanceTimersByTime(GATHER_MS);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(INTERVAL_MS);
  for (let step = 0; step < 12; step += 1) view[`step${step}`] = 'x'.repeat(200);
  publisher.request('all');
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
