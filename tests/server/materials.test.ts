/** Many materials at once: progress that moves, a zip that holds each, and a cancel that keeps nothing (U4). */
import { setImmediate as turn } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { dataset, firstRevision, HVAC } from '../lmi/revision-fixture.ts';

let server: RunningServer;

beforeEach(async () => {
  const store = memoryStore();
  await store.write('datasets', dataset.id, dataset);
  await store.write('revisions', 'r-0000000001', { ...firstRevision(), id: 'r-0000000001' });
  server = await startServer({ host: '127.0.0.1', port: 0, data: { store }, pages: 'none' });
});
afterEach(() => server.close());

async function ended(id: string): Promise<number[]> {
  const seen: number[] = [];
  for (;;) {
    const job = server.services.materials.job(id);
    seen.push(job?.done ?? -1);
    if (job?.status !== 'running') return seen;
    await turn();
  }
}

async function started(codes: 'all' | string[]): Promise<string> {
  const kinds = ['sheet', 'brochure', 'handout', 'slides'] as const;
  const begun = await server.services.materials.start({ kinds, codes, paper: 'a4' });
  if ('message' in begun) throw new Error(begun.message);
  return begun.job;
}

test('U4 everything is made with progress, and the zip holds each once', async () => {
  const { materials } = server.services;
  const id = await started('all');
  const seen = await ended(id);
  expect(new Set(seen).size).toBeGreaterThan(3);
  expect(materials.job(id)).toMatchObject({ status: 'done', done: 7, total: 7 });
  const zip = materials.result(id);
  const names = Object.keys(unzipSync(new Uint8Array(zip?.bytes ?? []))).sort();
  expect(names).toEqual([
    'brochures/pathway-49-9021-into-hvac-work-and-on.html',
    'handouts/handout-healthcare-practitioners-and-technical.html',
    'handouts/handout-keeps-buildings-running.html',
    'sheets/occupation-29-1141-registered-nurses.html',
    'sheets/occupation-49-9021-hvac-mechanics.html',
    'slides/slides-29-1141-registered-nurses.pptx',
    'slides/slides-49-9021-hvac-mechanics.pptx',
  ]);
});

test('U4 a cancel stops it and keeps nothing', async () => {
  const { materials } = server.services;
  const id = await started('all');
  materials.cancel(id);
  await ended(id);
  expect(materials.job(id)?.status).toBe('cancelled');
  expect(materials.result(id)).toBeNull();
  expect(await started([HVAC])).not.toBe(id);
});

test('one lot is made at a time, and an empty choice is told', async () => {
  const { materials } = server.services;
  const id = await started('all');
  expect(await materials.start({ kinds: ['sheet'], codes: 'all', paper: 'a4' })).toHaveProperty('message');
  await ended(id);
  expect(await materials.start({ kinds: [], codes: 'all', paper: 'a4' })).toHaveProperty('message');
  expect(await materials.start({ kinds: ['sheet'], codes: ['99-9999'], paper: 'a4' })).toHaveProperty(
    'message',
  );
});

test('what is not published has no materials', async () => {
  const { materials } = server.services;
  expect(await materials.one('sheet', '99-9999', 'a4')).toBeNull();
  expect(await materials.one('brochure', '29-1141', 'a4')).toBeNull();
  expect(await materials.one('handout', 'No such sector', 'a4')).toBeNull();
});
