import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

const named = program('named');
const own = program('own');
const system = program('chromium');

test('CHROMIUM_PATH comes first, then the one of Playwright, then the one of the system', () => {
  const env = { CHROMIUM_PATH: named, PATH: folder };
  expect(findBrowser(env, own)).toEqual({ path: named, source: 'CHROMIUM_PATH' });
  expect(findBrowser({ PATH: folder }, own)).toEqual({ path: own, source: 'playwright' });
  expect(findBrowser({ PATH: folder }, '')).toEqual({ path: system, source: 'system' });
});

test('a path that leads to no program is passed over', () => {
  const env = { CHROMIUM_PATH: join(folder, 'gone'), PATH: folder };
  expect(findBrowser(env, join(folder, 'gone'))).toEqual({ path: system, source: 'system' });
});
