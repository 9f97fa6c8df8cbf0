/** B8, U4: a file that no form could hold is sent by itself, can be stopped, and is checked before anything is saved. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { longHeader } from '../import/file-of.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

let server: TestServer;
let folder: string;
test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000);
  server = await openTestServer(undefined, { pages: 'built' });
  folder = await mkdtemp(join(tmpdir(), 'plumbline-large-'));
  await page.goto(`${server.address}/staff/enter#${await server.services.staff.offerLink()}`);
  await expect(page).toHaveURL(`${server.address}/staff`);
  await page.goto(`${server.address}/staff/datasets/import`);
});
test.afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const row = (code: string, title: string) => `${code},${title},US,employment,2024,persons,5,,,,,mine\n`;

/** One row that can be kept, and so many that cannot. */
async function csvOf(rejected: number): Promise<string> {
  const path = join(folder, 'national figures.csv');
  const others = row('99-9999', 'x'.repeat(990)).repeat(rejected);
  await writeFile(path, `${longHeader}\n${row('29-1141', 'Registered nurses')}${others}`);
  return path;
}

const onTheirWay = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('plumbline-upload-'));

test('a CSV of 25 MB is sent by itself and checked; every row that is left out is counted', async ({
  page,
}) => {
  await page.getByLabel('Drop a file here').setInputFiles(await csvOf(25_000));
  await page.getByRole('button', { name: 'Read and check' }).click();
  await expect(page.getByRole('heading', { name: /Check before saving/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main')).toContainText('25,000');
  expect(await server.services.datasets.list()).toHaveLength(1);
  await page.getByRole('button', { name: 'Save as a dataset' }).click();
  await expect(page.getByRole('heading', { name: 'national figures' })).toBeVisible();
  expect(await server.services.datasets.list()).toHaveLength(2);
});

test('what is on its way shows how far it is, and stops; nothing of it stays', async ({ page }) => {
  const before = await onTheirWay();
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 20, downloadThroughput: 1_000_000, uploadThroughput: 2_000_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  await page.getByLabel('Drop a file here').setInputFiles(await csvOf(25_000));
  await page.getByRole('button', { name: 'Read and check' }).click();
  await expect(page.getByText(/^Sending: [1-9][0-9]? %/)).toBeVisible();
  await expect.poll(onTheirWay).toHaveLength(before.length + 1);
  await page.getByRole('button', { name: 'Stop sending' }).click();
  await expect(page.getByRole('button', { name: 'Read and check' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(onTheirWay).toEqual(before);
});
