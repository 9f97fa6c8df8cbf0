import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

let server: TestServer;

test.beforeEach(async () => {
  server = await openTestServer(undefined, { pages: 'built' });
});
test.afterEach(() => server.close());

/** The console on an insecure origin, as in a meeting room: no clipboard there. */
async function console(page: Page, viewport = { width: 1280, height: 800 }): Promise<void> {
  const cookie = await server.host();
  const at = cookie.indexOf('=');
  const origin = `http://plumbline.test:${server.port}`;
  await page.setViewportSize(viewport);
  await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
  await page.goto(`${origin}/host/${server.code}`);
  await expect(page.getByRole('heading', { name: 'Welcome', exact: true })).toBeVisible();
}

const status = (page: Page) => page.getByRole('main').getByRole('status').first();

test('a key names a step the room will see, and the same key again does it', async ({ page }) => {
  await console(page);
  await page.keyboard.press('Space');
  await expect(status(page)).toContainText('Opened');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Next now' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Welcome', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Next now' })).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Review the data' })).toBeVisible();
});

test('keys rest while a note is written, and the note is kept', async ({ page }) => {
  await console(page);
  const field = page.getByRole('textbox', { name: 'Write a note' });
  await field.fill('Winter is not in the count');
  await field.press('z');
  await field.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Next now' })).toBeHidden();
  await field.press('Control+Enter');
  await expect(page.getByText('Winter is not in the countz')).toBeVisible();
});

test('the competition rule: a stopped topic says so until it is resumed', async ({ page }) => {
  await console(page);
  await page.getByRole('button', { name: 'Stop the topic' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop the topic?' });
  await expect(dialog.getByText('neutral page at once')).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop it now' }).click();
  await expect(page.getByText('This topic is stopped')).toBeVisible();
  await page.getByRole('button', { name: 'Resume the topic' }).click();
  await expect(page.getByText('This topic is stopped')).toBeHidden();
});

test('a person without a phone is added and gives a paper answer', async ({ page }) => {
  await console(page);
  await page.getByRole('button', { name: 'Add a person without a phone' }).click();
  const adding = page.getByRole('dialog', { name: 'A person without a phone' });
  await adding.getByRole('textbox', { name: 'Name' }).fill('Dale Hooper');
  await adding.getByRole('textbox', { name: 'Organisation' }).fill('Hooper & Sons');
  await adding.getByRole('button', { name: 'Add' }).click();
  await expect(adding).toBeHidden();
  await page.getByRole('group', { name: 'Steps' }).getByRole('button', { name: 'Open' }).click();
  await expect(status(page)).toContainText('Opened');
  await page.getByRole('button', { name: /^Choose/ }).click();
  await page.getByRole('button', { name: 'Go there' }).click();
  await expect(status(page)).toContainText('The room has moved');
  await page.keyboard.press('Space');
  await expect(status(page)).toContainText('Opened');
  await page.getByRole('button', { name: 'Actions for Dale Hooper' }).click();
  await page.getByRole('button', { name: 'Enter a paper answer' }).click();
  const paper = page.getByRole('dialog', { name: 'Paper answers of Dale Hooper' });
  for (const index of [0, 1, 2]) await paper.getByRole('checkbox').nth(index).check();
  await paper.getByRole('button', { name: /Send|Cast/ }).click();
  await expect(paper).toBeHidden();
  await expect(status(page)).toContainText('Saved for Dale Hooper');
});

test('a link for a co-facilitator is shown once and can be copied by hand on an insecure origin', async ({
  page,
}) => {
  await console(page);
  await page.getByRole('button', { name: 'Links and devices' }).click();
  const dialog = page.getByRole('dialog', { name: 'Links and devices' });
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const address = dialog.getByRole('textbox', { name: 'Address' });
  await expect(address).toHaveValue(new RegExp(`/enter/${server.code}#`));
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Selected: copy it with Ctrl+C')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain('/enter/');
});

test('E3 the remote fits a phone: no sideways scroll, the main step in reach', async ({ page }) => {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 360, height: 740 },
  ]) {
    await console(page, viewport);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(viewport.width);
    const main = await page.getByRole('group', { name: 'Steps' }).getByRole('button').first().boundingBox();
    expect(main?.height).toBeGreaterThanOrEqual(44);
    expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
  }
});

test('without a seat the console says how to get a link', async ({ page }) => {
  await page.goto(`${server.address}/host/${server.code}`);
  await expect(page.getByRole('heading', { name: 'This console needs a link' })).toBeVisible();
});
