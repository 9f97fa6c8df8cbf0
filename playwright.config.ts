import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/tooling/find-browser.ts';

const executablePath = findBrowser()?.path;

export default defineConfig({
  testDir: './tests/browser',
  testMatch: '**/*.test.ts',
  outputDir: './test-results',
  // Once for all workers: two that find the pages stale would build them over each other.
  globalSetup: './tests/browser/support/build-pages.ts',
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-sync',
        '--disable-component-update',
        // Phones in a meeting room are on an insecure origin; this name is one, localhost is not.
        '--host-resolver-rules=MAP plumbline.test 127.0.0.1',
      ],
    },
  },
});
