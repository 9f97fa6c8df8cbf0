import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveChaos } from '../chaos/proof.ts';
import { countPlaywright, countVitest, withExit } from './counts.ts';
import type { Counts } from './counts.ts';
import { findBrowser } from './find-browser.ts';
import { runCommand } from './run-command.ts';
import type { Command } from './run-command.ts';

export interface Phase {
  name: string;
  run: (reports: string) => Promise<Counts>;
  /** Uses one core for minutes: runs beside the checks that come before the tests. */
  isBeside?: true;
  /** Waits for what runs beside: tests want both cores. */
  isTest?: true;
}

const noBrowser =
  'No browser for the browser tests: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.';

/** Everything `npm test` runs, in order: cheap and telling first. */
export const phases: Phase[] = [
  check('types of the pages', ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']),
  check('types of the server', ['tsc', '-p', 'server']),
  check('types of the tests', ['tsc', '-p', 'tests']),
  { ...check('lint', ['eslint', '.', '--max-warnings', '0'], true), isBeside: true },
  check('boundaries', ['depcruise', 'src', 'server', 'tests', '--config', '.dependency-cruiser.js']),
  check('nothing unused', ['knip', '--no-config-hints']),
  check('build', ['vite', 'build', '--logLevel', 'warn']),
  check('size of the phone pages', ['node', 'tests/bench/size.ts']),
  { name: 'unit and server', run: unitTests, isTest: true },
  { name: 'chaos', run: proveChaos, isTest: true },
  { name: 'browser', run: browserTests, isTest: true },
];

function check(name: string, line: string[], isHeld = false): Phase {
  const run = async () => {
    const isGood = (await runCommand({ line, minutes: 8, isHeld })) === 0;
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
  };
  return { name, run };
}

function unitTests(reports: string): Promise<Counts> {
  const report = join(reports, 'vitest.json');
  const line = ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  return counted({ line, minutes: 10 }, report, countVitest);
}

async function browserTests(reports: string): Promise<Counts> {
  if (!findBrowser()) await runCommand({ line: ['playwright', 'install', 'chromium'], minutes: 5 });
  const browser = findBrowser();
  if (!browser) {
    console.error(noBrowser);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return counted(
    { line: ['playwright', 'test', '--reporter=list,json'], minutes: 20, env },
    report,
    countPlaywright,
  );
}

async function counted<Report>(
  command: Command,
  report: string,
  count: (report: Report) => Counts,
): Promise<Counts> {
  const exitCode = await runCommand(command);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  return withExit(count(JSON.parse(readFileSync(report, 'utf8')) as Report), exitCode);
}
