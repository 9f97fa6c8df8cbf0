/** Staff among themselves: a name, a password, a colleague, the record, and an erasure. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openTestServer, orThrow, testSetup } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { start } from '../server/started.ts';

const PASSWORD = 'a plumb line hangs straight';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await openTestServer(undefined, { pages: 'built' });
});
test.afterEach(() => server.close());

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
}

async function publishedWorkshop(): Promise<string> {
  const { workshops, doors } = server.services;
  const id = await workshops.create({ ...testSetup, title: 'Autumn workshop' });
  await workshops.open(id);
  const code = (await workshops.get(id))?.code ?? '';
  const profile = { jobTitle: null, sizeBand: null, subSector: null, role: 'employer' } as const;
  orThrow(await doors.join(code, { ...profile, name: 'Zelda Quill', organisation: 'Quill Works' }));
  await start(server, id, doors);
  await workshops.close(id);
  await workshops.startReview(id);
  orThrow(await workshops.publish(id, { id: 't-1', name: 'Staff' }));
  return id;
}

test('S2 C5 a name, a password, a colleague by a link, an erasure, and all of it in the record', async ({
  page,
  browser,
}) => {
  const workshop = await publishedWorkshop();
  await page.goto(`${server.address}/staff/enter#${await server.services.staff.offerLink()}`);
  await page.getByRole('link', { name: 'Give your name' }).click();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Lima');
  await page.getByRole('button', { name: 'This is my name' }).click();
  await expect(page.getByRole('link', { name: 'Ana Lima' })).toBeVisible();
  await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The password is set.' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Name of the colleague' }).fill('Ben Ode');
  await page.getByRole('button', { name: 'Make a link', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Address to send' }).inputValue();
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${server.address}/staff/enter${new URL(link).hash}`);
  await expect(other.getByRole('link', { name: 'Ben Ode' })).toBeVisible();
  await page.reload();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Lima');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${server.address}/staff`);

  await page.getByRole('link', { name: 'Personal data' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Erase …' }).click();
  await expect(page.getByText('1 person with name and job title')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'I have read' }).check();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText(/by Ana Lima$/)).toBeVisible();
  expect(JSON.stringify(await server.services.workshops.get(workshop))).not.toContain('Quill');

  await page.getByRole('link', { name: 'What staff did' }).click();
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Ana Lima');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(
    page.getByRole('row', { name: /Ana Lima Erased personal data Autumn workshop/ }),
  ).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('plumbline-audit.csv');

  await other.goto(`${server.address}/staff/accounts`);
  await other.getByRole('button', { name: 'Close: Ana Lima' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'account is closed' })).toBeVisible();
  await page.goto(`${server.address}/staff`);
  await expect(page).toHaveURL(/\/staff\/sign-in$/);
});
