/** A real server with its pages and a store of its own, and the browser that looks at it as phones in a meeting room do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { RunningServer } from '../../server/start-server.ts';
import { startServer } from '../../server/start-server.ts';
import { findBrowser } from '../tooling/find-browser.ts';

/** An address for documentation (RFC 5737): what a phone in a meeting room would be told. */
const ROOM = '192.0.2.7:3000';

export interface House {
  server: RunningServer;
  /** Of the pages, as the browser reaches them. */
  pages: string;
  /** Of the server, for programs. */
  address: string;
  /** A device of its own, with these cookies. */
  device(...cookies: string[]): Promise<BrowserContext>;
  open(path: string, ...cookies: string[]): Promise<Page>;
  close(): Promise<void>;
}

export async function openHouse(port: number): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'plumbline-shots-'));
  const listening = port || (await freePort());
  const server = await startServer({
    host: '127.0.0.1',
    port: listening,
    data: { dir },
    pages: 'built',
    withSample: true,
    publicOrigin: `http://${ROOM}`,
    startRehearsal: () => Promise.resolve(),
    say: (line) => console.error(line),
  });
  const browser = await launch(listening);
  const pages = `http://${ROOM}`;
  const device = async (...cookies: string[]): Promise<BrowserContext> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light', locale: 'en-US' });
    context.setDefaultTimeout(5_000);
    await context.addCookies(
      cookies.map((cookie) => {
        const at = cookie.indexOf('=');
        return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: pages };
      }),
    );
    return context;
  };
  return {
    server,
    pages,
    address: `http://127.0.0.1:${listening}`,
    device,
    async open(path, ...cookies) {
      const page = await (await device(...cookies)).newPage();
      page.on('pageerror', (error) => console.error(`In the page ${path}: ${error.message}`));
      await page.goto(`${pages}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function launch(port: number): Promise<Browser> {
  const found = findBrowser();
  if (!found) throw new Error('No browser: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath: found.path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-sync',
      '--disable-component-update',
      `--host-resolver-rules=MAP ${ROOM} 127.0.0.1:${port}`,
    ],
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
