/**
 * `npm run -s soak -- --minutes 20 --rooms 40 --json`: two hours of rooms in twenty minutes. As many rooms as asked are
 * always open; each lives for a quarter of the time and is followed by another. Sampled after garbage collection, from the
 * second quarter on: heap, descriptors and handles beside those of the clients' lines, files a workshop. Exit code 1 when
 * one of them grows past its limit.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { RoomLife } from './room-life.ts';
import type { Tally } from './room-life.ts';
import type { Measured } from './serve.ts';
import { Server } from './server.ts';
import { trendOf } from './trend.ts';
import type { Sample } from './trend.ts';

/** By how much each may grow in an hour of the soak, which is six of a house. */
const LIMITS = { heapMB: 15, descriptors: 20, handles: 20 };
/** Journal and checkpoint, their earlier generation and mark, and an archive for each megabyte. */
const FILES_A_WORKSHOP = 6;
const PEOPLE = 5;
const PACE_MS = 8_000;
const SAMPLES = 60;
const MINUTE_MS = 60_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    rooms: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const [minutes, rooms, seed] = [Number(values.minutes), Number(values.rooms), Number(values.seed)];
const lifeMs = (minutes * MINUTE_MS) / 4;
const dir = await mkdtemp(join(tmpdir(), 'plumbline-soak-'));
const server = await Server.start(dir);
const over = new AbortController();
const tallies: Tally[] = [];
const samples: (Measured & { minute: number; descriptors: number; files: number; opened: number })[] = [];
const startedAt = performance.now();
try {
  await Promise.all([measured(), ...Array.from({ length: rooms }, (_, place) => oneAfterTheOther(place))]);
  process.exitCode = report();
} finally {
  over.abort();
  await server.end();
  await rm(dir, { recursive: true, force: true });
}

/** The first rooms of all places end at different times, so that closing and opening never stop. */
async function oneAfterTheOther(place: number): Promise<void> {
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    const room = place + turn * rooms;
    const share = turn === 0 ? (place + 1) / rooms : 1;
    const options = { server, seed, room, people: PEOPLE, lifeMs: lifeMs * share, paceMs: PACE_MS };
    const life = new RoomLife({ ...options, isOver: over.signal });
    tallies.push(life.tally);
    await life.live();
  }
}

async function measured(): Promise<void> {
  const every = (minutes * MINUTE_MS) / SAMPLES;
  for (let index = 1; index <= SAMPLES; index += 1) {
    await pause(Math.max(0, startedAt + index * every - performance.now()));
    if (over.signal.aborted) return;
    samples.push({
      ...(await server.order({ type: 'measure' })),
      minute: (performance.now() - startedAt) / MINUTE_MS,
      descriptors: await server.descriptors(),
      files: await server.files(),
      opened: tallies.length,
    });
    const { minute, heapMB, descriptors, opened } = samples.at(-1) ?? samples[0] ?? never();
    process.stderr.write(
      `${minute.toFixed(1)} min: heap ${heapMB.toFixed(1)} MB, ${descriptors} descriptors, ${opened} rooms opened\n`,
    );
  }
  over.abort();
}

function report(): number {
  const settled = samples.filter(({ minute }) => minute >= minutes / 4);
  const along = (pick: (sample: (typeof samples)[number]) => number): Sample[] =>
    settled.map((sample) => ({ minute: sample.minute, value: pick(sample) }));
  const trends = {
    heapMB: trendOf(
      along(({ heapMB }) => heapMB),
      LIMITS.heapMB,
    ),
    descriptors: trendOf(
      along(({ descriptors, lines }) => descriptors - lines),
      LIMITS.descriptors,
    ),
    handles: trendOf(
      along(({ handles }) => handles),
      LIMITS.handles,
    ),
  };
  const filesPerWorkshop = Math.max(...settled.map(({ files, opened }) => files / opened));
  const isFlat = Object.values(trends).every((trend) => trend.isFlat) && filesPerWorkshop <= FILES_A_WORKSHOP;
  const sum = (pick: (tally: Tally) => number): number => tallies.reduce((all, each) => all + pick(each), 0);
  const said = {
    opened: tallies.length,
    acked: sum(({ acked }) => acked),
    refused: sum(({ refused }) => refused),
    reloads: sum(({ reloads }) => reloads),
    left: sum(({ left }) => left),
  };
  const rssMB = Math.round(samples.at(-1)?.rssMB ?? 0);
  const text = { isFlat, ...trends, filesPerWorkshop, ...said, rssMB, minutes, rooms, people: PEOPLE, seed };
  process.stdout.write(`${JSON.stringify(text, null, values.json ? undefined : 2)}\n`);
  return isFlat ? 0 : 1;
}

function never(): never {
  throw new Error('Nothing was measured.');
}
