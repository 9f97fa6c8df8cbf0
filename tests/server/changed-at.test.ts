import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changedAt } from '../../server/start/changed-at.ts';

test('a folder that was only copied does not make its files newer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'inner'));
  const files = [join(folder, 'a.ts'), join(folder, 'inner', 'b.ts')];
  for (const [index, file] of files.entries()) {
    await writeFile(file, '');
    await utimes(file, 1_000 + index, 1_000 + index);
  }
  await utimes(join(folder, 'inner'), 3_000, 3_000);
  await utimes(folder, 2_000, 2_000);
  expect(await changedAt(folder, false)).toBe(1_001_000);
  expect(await changedAt(folder, true)).toBe(3_000_000);
  expect(await changedAt(files[0] ?? '', true)).toBe(1_000_000);
  expect(await changedAt(join(folder, 'nothing'), true)).toBe(0);
});
