/** Staff before the day: home, datasets with where a figure is from, importing, preparing, the preview. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';
import type { House } from './house.ts';
import { ALL_SIZES } from './sizes.ts';
import { staffPage } from './staff-page.ts';

const WHOLE = { face: 'page', sizes: ALL_SIZES, whole: true } as const;
const PROJECTIONS = fileURLToPath(
  new URL('../../../shared/data/bls_employment_projections_2024-34.csv', import.meta.url),
);

export async function shootDesk(camera: Camera, house: House, workshop: string): Promise<void> {
  if (!camera.wants('staff-before')) return;
  const page = await staffPage(house);
  const go = (path: string) => page.goto(`${house.pages}${path}`);
  await camera.take(page, 'staff-before-home', { ...WHOLE, dark: true });
  const [dataset] = await house.server.services.datasets.list();
  const paths: [string, string][] = [
    ['datasets', '/staff/datasets'],
    ['dataset', `/staff/datasets/${dataset?.id}`],
    ['import', '/staff/datasets/import'],
    ['workshops', '/staff/workshops'],
    ['workshop-new', '/staff/workshops/new'],
    ['workshop', `/staff/workshops/${workshop}`],
    ['preview', `/staff/workshops/${workshop}/preview`],
    ['review-too-early', `/staff/workshops/${workshop}/review`],
    ['revisions-empty', '/staff/revisions'],
  ];
  for (const [name, path] of paths) {
    await go(path);
    await camera.take(page, `staff-before-${name}`, { ...WHOLE, dark: true, whole: name !== 'dataset' });
    if (name === 'dataset') await shootProvenance(camera, page);
  }
  await go('/revisions');
  await camera.take(page, 'staff-before-revisions-public', WHOLE);
  await shootImport(camera, page, house);
  await shootDraft(camera, page, house, workshop);
  await page.context().close();
}

async function shootProvenance(camera: Camera, page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('td a').first().click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'staff-before-dataset-provenance', { face: 'page', sizes: ['laptop', 'phone'] });
  await page.keyboard.press('Escape');
}

async function shootImport(camera: Camera, page: Page, house: House): Promise<void> {
  const broken = { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n"3') };
  for (const [name, file] of [
    ['broken', broken],
    ['report', PROJECTIONS],
  ] as const) {
    await page.goto(`${house.pages}/staff/datasets/import`);
    await page.locator('input[type=file]').setInputFiles(file);
    const title = page.getByLabel(/title/i).first();
    if (await title.isVisible().catch(() => false)) await title.fill('Employment projections 2024–34');
    await page.getByRole('button', { name: /read|preview|check|upload/i }).first().click();
    await page.getByText(/rows? read|cannot|could not|not a/i).first().waitFor().catch(() => undefined);
    await camera.take(page, `staff-before-import-${name}`, WHOLE);
  }
}

/** A copy that is a draft still. */
async function shootDraft(camera: Camera, page: Page, house: House, workshop: string): Promise<void> {
  const { workshops } = house.server.services;
  const draft = await workshops.duplicate(workshop);
  await page.goto(`${house.pages}/staff/workshops/${draft}`);
  await camera.take(page, 'staff-before-workshop-draft', { ...WHOLE, dark: true });
  await workshops.discard(draft);
}
