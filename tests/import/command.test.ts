import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../server/store/open-store.ts';
import { seeds } from '../fuzz/seeds.ts';
import { stateProfile } from './mapped-by.ts';

const run = promisify(execFile);
const command = join(import.meta.dirname, '..', '..', 'server', 'cli', 'index.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function importing(name: string, ...more: string[]): Promise<unknown> {
  const env = { ...process.env, DATA_DIR: join(folder, 'data') };
  const seed = seeds.find((one) => one.name === name);
  const file = join(folder, name);
  await writeFile(file, seed?.bytes ?? '');
  const { stdout } = await run(process.execPath, [command, 'import', file, '--json', ...more], { env });
  return JSON.parse(stdout);
}

test('plumbline import --json says profile, rows, flags and figures, and saves nothing', async () => {
  expect(await importing('national_M2024_dl.xlsx', '--profile', 'bls-oews')).toMatchObject({
    profile: 'bls-oews',
    rows: 4,
    kept: 3,
    rejected: 0,
    unknownCodes: 0,
    flags: { top_coded: 5, not_available: 1, not_released: 2 },
    observations: 24,
    seconds: expect.any(Number) as number,
    leftOut: [{ rows: 1, reason: expect.stringContaining('group') as string }],
  });
}, 30_000);

test('a profile that does not fit, or that there is none of, is said and ends with 1', async () => {
  await expect(importing('warn.csv', '--profile', 'bls-oews')).rejects.toMatchObject({ code: 1 });
  await expect(importing('warn.csv', '--profile', 'nothing')).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no profile "nothing"') as string,
  });
}, 30_000);

test('a mapping that staff saved recognises its file, and is asked for by its name', async () => {
  const store = await openStore(join(folder, 'data'));
  const mapping = await stateProfile();
  await store.write('mappings', mapping.id, mapping);
  await store.close();
  const expected = { profile: 'mapped-p-0123456789', kept: 3, rejected: 1, observations: 15 };
  expect(await importing('state.xlsx')).toMatchObject(expected);
  expect(await importing('state.xlsx', '--profile', 'state PROJECTIONS')).toMatchObject(expected);
  await expect(importing('state.xlsx', '--profile', 'bls-oews')).rejects.toMatchObject({ code: 1 });
}, 30_000);
