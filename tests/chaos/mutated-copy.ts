/** A copy of the code in a folder of its own with one safeguard taken out; the product itself holds no hook for it. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTANTS } from './mutants.ts';
import type { Mutant } from './mutants.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = [
  'server',
  'src/lib',
  'tests/chaos',
  'tests/store',
  'tests/property-seed.ts',
  'package.json',
  'vitest.config.ts',
];

export async function mutatedCopy(mutant: Mutant): Promise<{ root: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), `plumbline-${mutant}-`));
  for (const name of COPIED) await cp(join(ROOT, name), join(root, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const { file, from, to } of MUTANTS[mutant].replacements) {
    const path = join(root, file);
    const parts = (await readFile(path, 'utf8')).split(from);
    if (parts.length !== 2)
      throw new Error(`${mutant}: “${from}” stands ${parts.length - 1} times in ${file}, not once.`);
    await writeFile(path, parts.join(to));
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
