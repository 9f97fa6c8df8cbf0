import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { findBrowser } from '../tooling/find-browser.ts';

/** The browser of the journeys, for measuring. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  const found = findBrowser();
  if (!found) throw new Error('No browser: install Chromium, or set CHROMIUM_PATH to one.');
  const always = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  return chromium.launch({ executablePath: found.path, args: [...always, ...args] });
}
