/**
 * S2 and S6 in a browser: a whole workshop by links, passwords and forms, and afterwards no secret in an address, a referrer, a
 * page's stores or the log, and not one report of a page against its policy.
 */
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { memoryStore } from '../../server/store/memory-store.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { Console } from './support/console.ts';
import { Ledger } from './support/ledger.ts';
import { Phone } from './support/phone.ts';
import { WatchedBrowser } from './support/watched-browser.ts';

const PASSWORD = 'a plumb line hangs straight';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const COMPLAINT = /Content Security Policy|Refused to/;

const addresses: string[] = [];
const referrers: string[] = [];
const log: string[] = [];
const links: string[] = [];
let server: TestServer;
let watched: WatchedBrowser;

const noteRequest = (message: unknown): void => {
  const { request } = message as { request: IncomingMessage };
  addresses.push(request.url ?? '');
  referrers.push(request.headers.referer ?? '');
};

test.beforeEach(async ({ browser }) => {
  test.setTimeout(90_000);
  diagnostics.subscribe('http.server.request.start', noteRequest);
  const logTo = { write: (line: string): void => void log.push(line) };
  server = await openTestServer(memoryStore(), { pages: 'built', logLevel: 'trace', logTo });
  watched = new WatchedBrowser(browser);
});
test.afterEach(async () => {
  diagnostics.unsubscribe('http.server.request.start', noteRequest);
  await watched.close();
  await server.close();
});

/** A link as it was shown, at the address this browser reaches. */
function linkOf(shown: string): string {
  const { pathname, hash } = new URL(shown);
  links.push(hash.slice(1));
  return `${server.address}${pathname}${hash}`;
}

/** Name, password, a colleague by a link, a wrong password and the right one. */
async function staffComeIn(page: Page): Promise<void> {
  await page.goto(linkOf(`${server.address}/staff/enter#${await server.services.staff.offerLink()}`));
  await expect(page).toHaveURL(`${server.address}/staff`);
  await page.goto(`${server.address}/staff/accounts`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Lima');
  await page.getByRole('button', { name: 'This is my name' }).click();
  await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('textbox', { name: 'Name of the colleague' }).fill('Ben Ode');
  await page.getByRole('button', { name: 'Make a link', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Address to send' }).inputValue();
  const colleague = await watched.newPage();
  await colleague.goto(linkOf(link));
  await expect(colleague.getByRole('link', { name: 'Ben Ode' })).toBeVisible();
  await watched.look();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Lima');
  for (const password of [`${PASSWORD}!`, PASSWORD]) {
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (password !== PASSWORD) await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(page).toHaveURL(`${server.address}/staff`);
}

/** A console, three devices by links of their own, and a phone that goes on with another. */
async function theRoomComesIn(page: Page): Promise<void> {
  await page.goto(`${server.address}/host/${server.code}`);
  const console = await Console.on(page);
  for (const kind of ['Co-facilitator', 'Phone as remote', 'Screen'] as const) {
    const device = await watched.newPage();
    await device.goto(linkOf(await console.link(kind)));
    await expect(device).toHaveURL(kind === 'Screen' ? /\/screen\// : /\/host\//);
    await expect(device.getByRole('heading', { level: 1 })).toBeVisible();
    await watched.look();
  }
  await console.openQuestion();
  const address = `http://plumbline.test:${server.port}/join/${server.code}`;
  const phone = new Phone(await watched.newPage(PHONE), { address, firm: 'Foothills', ledger: new Ledger() });
  await phone.join('Ana Diaz');
  await phone.page.getByRole('button', { name: 'Me' }).tap();
  await phone.tap('Make a link for another device');
  const link = await phone.page.getByRole('textbox', { name: 'Go on with another device' }).inputValue();
  const second = await watched.newPage(PHONE);
  await second.goto(linkOf(link).replace('127.0.0.1', 'plumbline.test'));
  await expect(second).toHaveURL(address);
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
  await watched.look();
  await page.getByRole('button', { name: 'Links and devices' }).click();
  await page.getByRole('button', { name: 'Hand over' }).first().click();
  await page.getByRole('button', { name: 'Do it' }).click();
  await watched.look();
}

test('S2 S6 nothing of a secret is left behind, and no page goes against its policy', async () => {
  const page = await watched.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (COMPLAINT.test(message.text())) complaints.push(message.text());
  });
  await staffComeIn(page);
  await theRoomComesIn(page);
  const { workshop, code } = server;
  const inside = `/staff/workshops/${workshop}`;
  const paths = [
    ...['/', '/join', '/nowhere', '/explore', '/explore/occupations', '/explore/pathways', '/explore/about'],
    ...[
      '/revisions',
      '/staff/datasets',
      '/staff/datasets/import',
      '/staff/workshops',
      '/staff/workshops/new',
    ],
    ...['/staff/revisions', '/staff/materials', '/staff/comments', '/staff/privacy', '/staff/audit'],
    ...[inside, `${inside}/preview`, `${inside}/review`, `${inside}/face/phone`, `${inside}/face/screen`],
    ...[`${inside}/face/console`, `/screen/${code}`, `/join/${code}`],
  ];
  for (const path of paths) await page.goto(server.address + path);
  await page.goto(links.map((secret) => `${server.address}/staff/enter#${secret}`)[0] ?? '');
  await expect(page.getByRole('heading', { name: /has been used/ })).toBeVisible();
  await watched.look();

  const secrets = [...links, ...watched.cookies, PASSWORD, `${PASSWORD}!`];
  const { reports, ran, sockets, kept } = watched;
  const places = { address: addresses, referrer: referrers, socket: sockets, log, store: [...kept.values()] };
  const found = Object.entries(places).flatMap(([place, said]) =>
    secrets.flatMap((secret) =>
      said
        .filter((text) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
        .map((text) => `${secret} in ${place}: ${text.slice(0, 200)}`),
    ),
  );
  const counts = Object.entries(places).map(([place, said]) => `${said.length} of ${place}`);
  console.info(`S2 left behind: ${secrets.length} secrets, ${counts.join(', ')}: ${found.length} found`);
  console.info(`S6 policy: ${paths.length + 14} pages, ${reports.length} reports`);
  expect(found).toEqual([]);
  expect([reports, complaints, ran]).toEqual([[], [], []]);
  expect(secrets.length).toBeGreaterThanOrEqual(16);
  // What is no secret is found by the same search.
  for (const place of ['address', 'referrer', 'store'] as const)
    expect(
      places[place].some((text) => text.includes(`/host/${code}`)),
      place,
    ).toBe(true);
  expect(referrers.filter((referrer) => referrer !== '').length).toBeGreaterThan(50);
});
