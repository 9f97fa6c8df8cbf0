import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  path: string;
  source: 'CHROMIUM_PATH' | 'playwright' | 'system';
}

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser the journeys drive: CHROMIUM_PATH, else Playwright's own, else the system's. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  own = playwrightPath(),
): Browser | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named && isExecutable(named)) return { path: named, source: 'CHROMIUM_PATH' };
  if (own && isExecutable(own)) return { path: own, source: 'playwright' };
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [...onPath.flatMap((name) => folders.map((folder) => join(folder, name))), ...onMac];
  const path = candidates.find(isExecutable);
  return path ? { path, source: 'system' } : undefined;
}

function playwrightPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
