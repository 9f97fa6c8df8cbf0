/**
 * npm run -s staff-bench -- --json: what staff and anyone who downloads ask of a long revision (1,000 occupations, 200 pathways), each once,
 * and how long the longest turn of the event loop was meanwhile: so long a live room would have waited. 1 when
 * reading one held it for longer than the bar.
 */
import { parseArgs } from 'node:util';
import { exportFormats } from '../../server/export/revision-export.ts';
import type { MaterialOrder } from '../../server/services/material-types.ts';
import { HeldLoop } from './held-loop.ts';
import { COMMUNITY, openPublicServer } from './public-pages.ts';

const MOST_HELD_MS = 100;
/** Made and frozen where the rooms are, once a quarter: told, and not held against the bar. */
const PUBLISHING = 'replay, published';
const STAFF = { id: 'staff', name: 'Staff' };
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const server = await openPublicServer(COMMUNITY());
const { datasets, revisions, explore, replays, materials } = server.services;
const { dataset, revision, codes } = server.edition;
await explore.version();
// Anew, as the next quarter's release would be.
const next = `${dataset.id}-next`;
await server.store.write('datasets', next, { ...dataset, id: next, release: 'the next quarter' });

const tasks: Record<string, () => Promise<unknown>> = {
  'list of datasets': () => datasets.list(),
  'dataset, its table': () => datasets.table(dataset.id),
  'dataset, its supply': () => datasets.supply(dataset.id),
  reminders: () => server.services.reminders(),
  'list of revisions': () => revisions.list(),
  'revision, first look': () => revisions.get(revision.id),
  'revision, one occupation': () => revisions.occupation(revision.id, codes[3] ?? ''),
  'revision, compared': () => revisions.compare(revision.id, revision.id),
  'why a number': () => revisions.why(revision.id, { figure: dataset.observations[5]?.id ?? '' }),
  ...Object.fromEntries(
    exportFormats.map((format) => [`download, ${format}`, () => revisions.export(revision.id, format)]),
  ),
  'download, zip again': () => revisions.export(revision.id, 'zip'),
  'replay, begun': () => replays.start(revision.id, next),
  'replays, list': () => replays.list(),
  [PUBLISHING]: async () => {
    const [begun] = await replays.list();
    const published = await replays.publish(begun?.id ?? '', STAFF);
    if ('message' in published) throw new Error(published.message);
  },
  'public pages, anew': () => explore.version(),
  'sheet of an occupation': () => materials.one('sheet', codes[3] ?? '', 'a4'),
  'slides of an occupation': () => materials.one('slides', codes[3] ?? '', 'a4'),
  'sheets of all occupations': () => jobDone({ kinds: ['sheet'], codes: 'all', paper: 'a4' }),
};

async function jobDone(order: MaterialOrder): Promise<void> {
  const started = await materials.start(order);
  if ('message' in started) throw new Error(started.message);
  while (materials.job(started.job)?.status === 'running') await new Promise((turn) => setTimeout(turn, 5));
  if (!materials.result(started.job)) throw new Error('The materials were not made.');
}

const held = new HeldLoop();
const rows: { task: string; ms: number; heldMs: number }[] = [];
for (const [task, run] of Object.entries(tasks)) {
  held.start();
  const startedAt = performance.now();
  await run();
  const ms = Math.round(performance.now() - startedAt);
  await new Promise((turn) => setTimeout(turn, 5));
  rows.push({ task, ms, heldMs: Math.round(held.stop()) });
}
await server.close();
if (values.json) console.log(JSON.stringify(rows));
else
  for (const { task, ms, heldMs } of rows)
    console.log(`${task.padEnd(26)}${String(ms).padStart(6)} ms, held ${heldMs} ms`);
process.exitCode = rows.some(({ task, heldMs }) => task !== PUBLISHING && heldMs > MOST_HELD_MS) ? 1 : 0;
