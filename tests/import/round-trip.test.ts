/** A6, by the commands people type: what one Plumbline exports, an empty one takes in and exports again, byte for byte. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportFormat } from '../../server/export/revision-export.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import { startServer } from '../../server/start-server.ts';
import { openStore } from '../../server/store/open-store.ts';
import { dataset, revisionInput } from '../lmi/revision-fixture.ts';

const run = promisify(execFile);
const command = join(import.meta.dirname, '..', '..', 'server', 'cli', 'index.ts');
const made = buildRevision(revisionInput({ id: 'r-0000000001' }));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-round-trip-'));
  const store = await openStore(join(folder, 'first'));
  await store.write('datasets', dataset.id, dataset);
  await store.write('revisions', made.id, made);
  await store.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function plumbline(place: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: join(folder, place) };
  const { stdout } = await run(process.execPath, [command, ...args], { env });
  return stdout;
}

async function exported(place: string, format: ExportFormat): Promise<Buffer> {
  const out = join(folder, `${place}.${format}`);
  await plumbline(place, 'export', made.id, '--format', format, '--out', out);
  return readFile(out);
}

test('A6 export, import --save into an empty folder, export: the same bytes, without a server and with one', async () => {
  const zip = await exported('first', 'zip');
  const workbook = await exported('first', 'xlsx');
  const saved = ['import', join(folder, 'first.zip'), '--save', '--json'];
  expect(JSON.parse(await plumbline('second', ...saved))).toMatchObject({
    profile: 'plumbline-bundle',
    problems: [],
    saved: { dataset: dataset.id, revision: made.id },
  });
  expect((await exported('second', 'zip')).equals(zip)).toBe(true);
  expect((await exported('second', 'xlsx')).equals(workbook)).toBe(true);

  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    data: { dir: join(folder, 'third') },
    pages: 'none',
  });
  try {
    expect(await plumbline('third', ...saved.slice(0, 3))).toContain(
      `kept as the release ${dataset.id}, with its revision ${made.id}`,
    );
    expect((await exported('third', 'zip')).equals(zip)).toBe(true);
    const [entry] = await server.services.audit.list();
    expect(entry).toMatchObject({ what: 'dataset_imported', who: { name: 'The command line' } });
  } finally {
    await server.close();
  }
}, 60_000);
