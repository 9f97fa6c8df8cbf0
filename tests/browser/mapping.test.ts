import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { stateWorkbook } from '../import/state-workbook.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(120_000);
  server = await openTestServer(undefined, { pages: 'built' });
});
test.afterEach(() => server.close());

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('U4 a workbook that is not recognised is mapped by keyboard, shown as it will be, and remembered', async ({
  page,
}) => {
  await page.goto(`${server.address}/staff/enter#${await server.services.staff.offerLink()}`);
  await expect(page).toHaveURL(`${server.address}/staff`);
  await page.goto(`${server.address}/staff/datasets/import`);
  const file = (from: string, to: string) => ({
    name: `state ${from}.xlsx`,
    mimeType: xlsx,
    buffer: Buffer.from(stateWorkbook(from, to)),
  });
  await page.getByLabel('Drop a file here').setInputFiles(file('2022', '2032'));
  await page.getByRole('button', { name: 'Read and check' }).click();
  await page.getByRole('link', { name: 'Say yourself what the columns mean' }).click();
  const result = page.getByRole('status');
  await expect(page.getByText('Say of when “Median Annual Wage” is.')).toBeVisible();
  const column = page.getByRole('group', { name: 'Median Annual Wage' });
  await column.getByLabel('Period').fill('2022');
  await column.getByLabel('A zero is').selectOption('wage not available');
  await page.getByLabel('Publisher').fill('State of Example');
  await page.getByLabel('Publication').fill('Occupational projections');
  await page.getByLabel('Terms of use').fill('public domain');
  await page.getByLabel('Terms of use').press('Tab');
  await expect(result).toHaveText('3 rows kept, 1 rejected, 2 left out.');
  // The preview has come, and the person's place on the page has not moved.
  await expect(page.getByLabel('Web address')).toBeFocused();
  await expect(page.getByRole('cell', { name: '29-9998 is not in the code list' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  expect(await server.services.mappings.list()).toEqual([]);
  await page.getByLabel('Name of this mapping').fill('State projections');
  await page.getByLabel('Name of this mapping').press('Enter');
  await expect(result).toHaveText('3 rows kept, 1 rejected, 2 left out.');
  await page.getByRole('button', { name: 'Save the mapping and read the file' }).press('Enter');
  await expect(page.getByRole('heading', { name: /Check before saving/ })).toBeVisible();
  expect(await server.services.datasets.list()).toHaveLength(1);
  await page.goto(`${server.address}/staff/datasets/import`);
  await page.getByLabel('Drop a file here').setInputFiles(file('2024', '2034'));
  await page.getByRole('button', { name: 'Read and check' }).click();
  await expect(page.getByText('· State projections ·')).toBeVisible();
  await page.goto(`${server.address}/staff/datasets/mappings`);
  await page.getByText('Remove', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove “State projections” for good' }).click();
  await expect(page.getByText('No mapping yet')).toBeVisible();
  expect((await server.services.audit.list({})).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['mapping_saved', 'mapping_removed']),
  );
});

test('a table of one figure a row is mapped value by value, and saved', async ({ page }) => {
  await page.goto(`${server.address}/staff/enter#${await server.services.staff.offerLink()}`);
  await expect(page).toHaveURL(`${server.address}/staff`);
  await page.goto(`${server.address}/staff/datasets/import`);
  const rows = ['29-1141,Registered nurses', '29-1171,Nurse practitioners'].flatMap((occupation) => [
    `${occupation},2024,Jobs held,"1,200"`,
    `${occupation},2024,Median annual wage,88000`,
    `${occupation},2024,Vacancy rate,4.1`,
  ]);
  const text = ['Code,Title,Year,Series,Value', ...rows].join('\n');
  const file = { name: 'open data.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Drop a file here').setInputFiles(file);
  await page.getByRole('button', { name: 'Read and check' }).click();
  await page.getByRole('link', { name: 'Say yourself what the columns mean' }).click();
  const jobs = page.getByRole('group', { name: 'Jobs held', exact: true });
  await jobs.getByLabel('Where it says “Jobs held”').selectOption('Employment');
  await page.getByLabel('Publisher').fill('State of Example');
  await page.getByLabel('Publication').fill('Open data');
  await page.getByLabel('Release').fill('2024');
  await page.getByLabel('Terms of use').fill('public domain');
  await page.getByLabel('Terms of use').press('Tab');
  await expect(page.getByRole('status')).toHaveText('4 rows kept, 0 rejected, 2 left out.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await page.getByRole('button', { name: 'Save the mapping and read the file' }).click();
  await expect(page.getByRole('heading', { name: /Check before saving/ })).toBeVisible();
  const [saved] = await server.services.mappings.list();
  expect(saved?.mapping.figures.map(({ when, measure }) => [when?.value, measure])).toEqual([
    ['Jobs held', 'employment'],
    ['Median annual wage', 'wage_median_annual'],
  ]);
});
