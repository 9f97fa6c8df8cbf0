/** The public access point in a browser: without JavaScript, without a violation, without weight, and with nothing the policy refuses. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { COMMUNITY, openPublicServer, publicPaths, receive } from '../explore/public-pages.ts';
import type { PublicServer } from '../explore/public-pages.ts';
import { weightOf } from '../explore/weight.ts';
import { settled } from '../shots/settled.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MOST_BYTES = 150 * 1024;
const PHONE = { width: 360, height: 740 };

let server: PublicServer;
/** The pages may have to be built first. */
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await openPublicServer(COMMUNITY());
});
test.afterAll(() => server.close());

async function expectAccessible(page: Page, name: string): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`);
  expect.soft(told, name).toEqual([]);
}

test('a job seeker finds an occupation by another name, follows its map and comments, without JavaScript', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${server.address}/explore`);
  const [occupation] = server.edition.dataset.occupations;
  if (!occupation) throw new Error('There is an occupation.');
  await page.getByRole('searchbox', { name: 'Find a job' }).fill(occupation.aliases[0] ?? '');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: /^\d+ occupations?$/ })).toBeVisible();

  await page.goto(`${server.address}/explore/occupations/${occupation.code}`);
  await page.getByRole('link', { name: 'Teaching or advising' }).click();
  await expect(page).toHaveURL(/\?for=educator$/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What your graduates lack');
  await page.getByRole('link', { name: 'Follow the map' }).click();
  await expect(page).toHaveURL(/\/explore\/pathways\/[^?]+\?for=educator$/);
  const map = page.getByRole('region', { name: 'Map' });
  await map.getByRole('link').nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#step-2$/);
  await expect(page.locator(':target')).toBeInViewport();

  await page.goto(`${server.address}/explore/occupations/${occupation.code}/comment`);
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Ajax and Sons');
  await page.getByRole('textbox', { name: 'What you see otherwise' }).fill('We look for twice as many.');
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await expect(page.getByRole('alert')).toContainText('send it once more');
  await expect(page.getByRole('textbox', { name: 'Organisation' })).toHaveValue('Ajax and Sons');
  expect(await server.services.comments.list()).toEqual([]);
  await context.close();
});

test('E1 S6 every public page has no violation and nothing that the policy refuses', async ({ browser }) => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const [name, [path = '']] of Object.entries(publicPaths(server.edition, 1))) {
    await page.goto(server.address + path);
    await expectAccessible(page, name);
    expect(await page.locator('script:not([type="application/ld+json"])').count(), name).toBe(0);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect.soft(isWide, `${name} scrolls sideways`).toBe(false);
  }
  expect(complaints).toEqual([]);
  const data = await page.goto(`${server.address}/explore/occupations/${server.edition.codes[0] ?? ''}`);
  expect(data?.status()).toBe(200);
  const structured = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(structured ?? '')).toMatchObject({ '@type': 'Occupation' });
  await context.close();
});

test('a page that is loaded again, and has not changed, keeps its styles and its policy', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const path of ['/explore', `/explore/occupations/${server.edition.codes[0] ?? ''}`, '/']) {
    await page.goto(server.address + path);
    await page.reload();
    expect(await page.evaluate(() => document.styleSheets.length), path).toBeGreaterThan(1);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a sheet is one page, on A4 and on Letter', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const code = server.edition.mapped[0] ?? '';
  for (const paper of ['a4', 'letter']) {
    await page.goto(`${server.address}/explore/occupations/${code}/sheet?paper=${paper}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), paper).toHaveLength(1);
  }
  await page.context().close();
});

test('a public page weighs at most 150 KB, packed, and is sent once', async () => {
  for (const [name, [path = '']] of Object.entries(publicPaths(server.edition, 1)))
    expect((await weightOf(server.address, path)).bytes, name).toBeLessThanOrEqual(MOST_BYTES);
  const first = await receive(`${server.address}/explore`);
  expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=60' });
  const again = await receive(`${server.address}/explore`, { 'if-none-match': first.headers.etag ?? '' });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  // It would take the place of what the browser has kept.
  expect(first.headers['content-security-policy']).toContain("style-src 'self'");
  expect(again.headers).not.toHaveProperty('content-security-policy');
  const api = await receive(`${server.address}/api/v1/occupations`);
  expect(api.headers['access-control-allow-origin']).toBe('*');
  const known = await receive(`${server.address}/api/v1/occupations`, {
    'if-none-match': api.headers.etag ?? '',
  });
  expect(known.status).toBe(304);
});

test('the site map names every public page', async () => {
  const { bytes } = await receive(`${server.address}/sitemap.xml`, { 'accept-encoding': 'identity' });
  const found = [...bytes.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  const { codes, mapped } = server.edition;
  expect(found).toHaveLength(4 + codes.length + mapped.length);
  expect(found).toContain(`${server.address}/explore/occupations/${codes[0] ?? ''}`);
});
