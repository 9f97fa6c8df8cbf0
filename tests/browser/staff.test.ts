import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { APIResponse, Page } from '@playwright/test';
import { castOf } from '../../server/rehearsal/cast.ts';
import { Play } from '../../server/rehearsal/play.ts';
import { Transcript } from '../../server/rehearsal/transcript.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await openTestServer(undefined, { pages: 'built' });
});
test.afterEach(() => server.close());

async function signIn(page: Page): Promise<string> {
  const link = `${server.address}/staff/enter#${await server.services.staff.offerLink()}`;
  await page.goto(link);
  await expect(page).toHaveURL(`${server.address}/staff`);
  return link;
}

const ROUTES = 'src/routes/staff';
const OPEN = ['enter', 'sign-in', 'sign-out'];

/** Every address under /staff, from the folders, with something in the place of each parameter. */
function staffAddresses(workshop: string): string[] {
  return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\+(page(@)?\.svelte|server\.ts)$/.test(file))
    .map((file) => file.replace(/\/?\+[^/]*$/, ''))
    .filter((route) => !OPEN.includes(route))
    .map((route) =>
      join('/staff', route.replace('[name]', 'x').replace('[face]', 'screen').replace('[id]', workshop)),
    );
}

/** Redirects are relative to the page. */
const whereTo = (answer: APIResponse): string =>
  new URL(answer.headers()['location'] ?? '', answer.url()).pathname;

test('S2 a link needs no tap where scripts run, and says so where they do not', async ({ page, browser }) => {
  const link = `${server.address}/staff/enter#${await server.services.staff.offerLink()}`;
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(link);
  expect(await plain.content()).toContain('This link needs JavaScript.');
  await plain.close();
  // Looking at it has not used it up.
  await page.goto(link);
  await expect(page).toHaveURL(`${server.address}/staff`);
  await page.goBack();
  await expect(page).not.toHaveURL(/#/);
});

test('R6 every staff page, file and form is closed to who has not signed in', async ({ request }) => {
  const addresses = staffAddresses(server.workshop);
  expect(addresses.length).toBeGreaterThan(12);
  for (const address of addresses) {
    const answer = await request.get(`${server.address}${address}`, { maxRedirects: 0 });
    expect([address, answer.status(), whereTo(answer)]).toEqual([address, 303, '/staff/sign-in']);
  }
  for (const form of ['/staff/workshops?/discard', '/staff/datasets/import?/save']) {
    const answer = await request.post(`${server.address}${form}`, {
      form: { workshop: server.workshop },
      headers: { origin: server.address, accept: 'text/html' },
      maxRedirects: 0,
    });
    expect([form, answer.status(), whereTo(answer)]).toEqual([form, 303, '/staff/sign-in']);
  }
  const upload = await request.put(`${server.address}/staff/datasets/import/upload?name=a.csv`, {
    data: 'occupation_code,title',
    headers: { origin: server.address },
    maxRedirects: 0,
  });
  expect([upload.status(), whereTo(upload)]).toEqual([303, '/staff/sign-in']);
});

test('S2 a staff link lets one browser in, once', async ({ page, browser }) => {
  const link = await signIn(page);
  const other = await browser.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: /has been used/ })).toBeVisible();
  await other.close();
});

test('A5 an import is reported before it is saved, and a figure opens its origin', async ({ page }) => {
  await signIn(page);
  await page.goto(`${server.address}/staff/datasets/import`);
  const csv = server.services.datasets.template('plumbline-long-template')?.text ?? '';
  const choose = (name: string, text: string) =>
    page
      .getByLabel('Drop a file here')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('broken.csv', '<html></html>');
  await page.getByRole('button', { name: 'Read and check' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was changed');
  await choose('figures.csv', csv);
  await page.getByRole('button', { name: 'Read and check' }).click();
  await expect(page.getByRole('heading', { name: /Check before saving/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'lower bound' })).toBeVisible();
  expect(await server.services.datasets.list()).toHaveLength(1);
  await page.getByRole('button', { name: 'Save as a dataset' }).click();
  await page.getByRole('link', { name: '189,100 a year' }).click();
  await expect(page.getByRole('dialog')).toContainText('189.1');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/staff\/datasets\/[^?]+$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await server.services.datasets.list()).toHaveLength(2);
});

test('a preparation is saved only when staff say so, and leaving asks first', async ({ page }) => {
  await signIn(page);
  const id = await server.services.workshops.duplicate(server.workshop);
  await page.goto(`${server.address}/staff/workshops/${id}`);
  const minutes = page.getByRole('spinbutton', { name: 'Minutes for Critical occupations' });
  await minutes.fill('17');
  await page.getByRole('button', { name: 'Move Skill gaps up' }).click();
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('link', { name: 'Datasets' }).click();
  await expect(minutes).toHaveValue('17');
  expect((await server.services.workshops.get(id))?.setup.guide[2]?.minutes).toBe(12);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const saved = (await server.services.workshops.get(id))?.setup.guide;
  expect(saved?.[2]?.minutes).toBe(17);
  expect(saved?.[4]?.kind).toBe('gap');
  await page.getByRole('button', { name: 'Open the room …' }).click();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await expect(page.getByRole('link', { name: 'Open the console' })).toBeVisible();
});

/** A workshop whose whole guide fourteen simulated employers went through. */
async function playedWorkshop(): Promise<string> {
  const { workshops, doors, datasets } = server.services;
  const id = await workshops.duplicate(server.workshop);
  await workshops.open(id);
  const code = (await workshops.get(id))?.code ?? '';
  await new Play({
    seed: 7,
    cast: castOf(7, 14),
    workshop: { id, code },
    address: server.address,
    doors,
    lookup: (words) => datasets.codeList.search(words, 12).map(({ entry }) => entry),
    transcript: new Transcript(),
    say: () => undefined,
  }).run();
  return id;
}

test('A2 A3 staff decide with a rationale, publish what was named, and anyone downloads it', async ({
  page,
  request,
}) => {
  const id = await playedWorkshop();
  const statuses = async () => {
    const all = await server.services.revisions.adjustments(id);
    return (['accepted', 'rejected'] as const).map(
      (wanted) => all.filter(({ status }) => status === wanted).length,
    );
  };
  await signIn(page);
  await page.goto(`${server.address}/staff/workshops/${id}/review`);
  await page.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByText('in review')).toBeVisible();

  await page
    .getByRole('button', { name: /^Reject: / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Reject it' }).click();
  expect(await statuses()).toEqual([0, 0]);
  await page.getByRole('textbox', { name: 'Rationale' }).fill('Too few firms of this kind.');
  await page.getByRole('button', { name: 'Reject it' }).click();
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveCount(1);
  expect(await statuses()).toEqual([0, 1]);

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('critical');
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('button', { name: 'Accept 5' }).click();
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveCount(5);
  await page
    .getByRole('button', { name: /^Undo: / })
    .last()
    .click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveCount(4);
  expect(await statuses()).toEqual([4, 1]);

  await page.getByRole('link', { name: 'Publish …' }).click();
  await expect(page.getByText(/4 accepted, 0 modified, 1 rejected/)).toBeVisible();
  await page.getByRole('button', { name: 'Publish revision 1' }).click();
  await expect(page).toHaveURL(/\/staff\/revisions\/r-/);
  const revision = page.url().split('/').at(-1) ?? '';
  await expect(page.getByText(/critical, rank 1 \(chosen by/)).toBeVisible();

  const zip = await request.get(`${server.address}/revisions/${revision}.zip`);
  expect([zip.status(), (await zip.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  const publicPage = await request.get(`${server.address}/revisions/${revision}`);
  expect(await publicPage.text()).toContain('critical, rank 1');
});
