/** The years of a dataset in a browser: no violation on a small phone, and every step also where no script runs. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { settled } from '../shots/settled.ts';
import { FIRST, SECOND, openYears } from '../shots/years.ts';
import type { Years } from '../shots/years.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let years: Years;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  years = await openYears();
});
test.afterAll(() => years.close());

async function signedIn(context: BrowserContext): Promise<Page> {
  const [name = '', ...secret] = years.staffCookie.split('=');
  await context.addCookies([{ name, value: secret.join('='), url: years.address }]);
  return context.newPage();
}

async function expectNone(axe: AxeBuilder, name: string): Promise<void> {
  const { violations } = await axe.setLegacyMode(true).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`),
      name,
    )
    .toEqual([]);
}

test('E1 E3 replay, compare, why, comments, materials and personal data have no violation at 320 px', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
  });
  const page = await signedIn(context);
  const { why = '', compared = '' } = years.publicPages;
  for (const [name, path] of Object.entries({ ...years.staffPages, why, compared })) {
    await page.goto(years.address + path);
    await settled(page);
    await expectNone(new AxeBuilder({ page }).withTags(TAGS), name);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect.soft(isWide, `${name} scrolls sideways`).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNone(new AxeBuilder({ page }).withRules(['color-contrast']), `${name}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await context.close();
});

test('A4 without JavaScript staff settle a conflict, read why, compare, and find what the public said', async ({
  browser,
}) => {
  const page = await signedIn(await browser.newContext({ javaScriptEnabled: false }));
  await page.goto(`${years.address}/staff`);
  await expect(page.getByRole('heading', { name: /^Leads for the next workshop/ })).toBeVisible();
  const leads = page.getByRole('main');
  await expect(leads).toContainText('2 comments wait to be read.');
  await expect(leads).toContainText('twice as many are asked for');
  await page.goto(`${years.address}/staff/privacy`);
  await expect(page.getByText(/^3 comments with the name of an organisation/)).toBeVisible();

  await page.goto(`${years.address}${years.staffPages['replay'] ?? ''}`);
  const waiting = page.getByRole('row').filter({ hasText: 'not settled' });
  const before = await waiting.count();
  await waiting.first().getByRole('checkbox').check();
  await page.getByRole('textbox', { name: 'Rationale' }).fill('The printed figure is the better one.');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('status')).toContainText('1 adjustment is stored');
  await expect(waiting).toHaveCount(before - 1);

  await page.goto(`${years.address}/revisions/compare`);
  const [from, to] = await page.getByRole('combobox').all();
  await from?.selectOption(FIRST);
  await to?.selectOption(SECOND);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'From revision 1 to revision 2' })).toBeVisible();
  await page.context().close();
});

test('a replayed dataset names the workshops whose word it carries, on the page of an occupation', async ({
  page,
}) => {
  await page.goto(`${years.address}${years.publicPages['occupation'] ?? ''}`);
  await expect(page.getByText('What stands here was also said in: “Trades 2026”')).toBeVisible();
});
