/**
 * npm run -s page-sweep: every page of a dataset's years at four widths in light and dark, looked at by axe (E1), measured (E3), and
 * pictured in shots/years. `-- --only replay why`: only these.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findBrowser } from '../tooling/find-browser.ts';
import { inspect } from './inspect.ts';
import { settled } from './settled.ts';
import { openYears } from './years.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [320, 390, 1280, 1920];
const HIGHEST = 5_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, out: { type: 'string', default: 'shots/years' } },
});
const only = [values.only ?? [], positionals].flat();
const out = resolve(values.out);
mkdirSync(out, { recursive: true });

const years = await openYears();
const browser = await chromium.launch({ ...executable(), args: ['--no-sandbox', '--disable-gpu'] });
const [name = '', ...secret] = years.staffCookie.split('=');
let violations = 0;
let looks = 0;
try {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addCookies([{ name, value: secret.join('='), url: years.address }]);
  const page = await context.newPage();
  for (const [called, path] of Object.entries({ ...years.staffPages, ...years.publicPages })) {
    if (only.length > 0 && !only.includes(called)) continue;
    await page.goto(years.address + path);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of WIDTHS) await look(page, called, width, colorScheme);
  }
} finally {
  await browser.close();
  await years.close();
}
console.log(`${looks} looks, ${violations} violations: ${out}`);
process.exitCode = violations > 0 ? 1 : 0;

async function look(page: Page, called: string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  const height = width < 500 ? 740 : 900;
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
  await settled(page);
  const at = `${called}, ${width} px, ${colorScheme}`;
  const found = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  for (const { id, nodes } of found.violations) {
    violations += 1;
    console.log(`${at}: ${id}: ${nodes[0]?.target.join(' ') ?? ''}: ${nodes[0]?.failureSummary ?? ''}`);
  }
  const size = width < 500 ? 'phone' : 'laptop';
  if (colorScheme === 'light')
    for (const finding of await inspect(page, 'page', size)) console.log(`(${at}: ${finding})`);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(HIGHEST, Math.max(height, whole)) });
  await page.screenshot({ path: join(out, `${called}-${width}-${colorScheme}.png`), animations: 'disabled' });
  looks += 1;
}

function executable(): { executablePath?: string } {
  const found = findBrowser();
  return found ? { executablePath: found.path } : {};
}
