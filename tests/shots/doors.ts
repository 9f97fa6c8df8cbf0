/** The pages before the room: the front page, joining with its errors, links that lead nowhere. */
import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';
import type { House } from './house.ts';
import { settled } from './settled.ts';
import { ALL_SIZES } from './sizes.ts';

const WRONG = ['front', 'wrong-code', 'not-found', 'no-seat-host', 'no-seat-screen', 'used-link', 'device-used', 'staff-sign-in'];

export async function shootDoors(camera: Camera, house: House, code: string): Promise<void> {
  if (!WRONG.some((name) => camera.wants(`door-${name}`))) return;
  const page = await house.open('/');
  const full = { face: 'page', sizes: ALL_SIZES, dark: true } as const;
  const small = { face: 'page', sizes: ['phone', 'laptop'] } as const;
  await camera.take(page, 'door-front', full);
  const paths: [string, string][] = [
    ['wrong-code', '/join/QQQQQQ'],
    ['not-found', '/nowhere'],
    ['no-seat-host', `/host/${code}`],
    ['no-seat-screen', `/screen/${code}`],
    ['used-link', `/enter/${code}#${'x'.repeat(26)}`],
    ['device-used', `/join/${code}/device/take#${'x'.repeat(26)}`],
    ['staff-sign-in', '/staff'],
    ['staff-used-link', '/staff/enter#used'],
  ];
  for (const [name, path] of paths) {
    await page.goto(`${house.pages}${path}`);
    await camera.take(page, `door-${name}`, small);
  }
  await page.context().close();
}

/** Joins by the form as a person does; the phone stays in the room. */
export async function joinByForm(
  camera: Camera,
  house: House,
  code: string,
  who: { name: string; organisation: string; observer?: boolean },
): Promise<Page> {
  const page = await house.open(`/join/${code}`);
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page);
  const isFirst = !who.observer;
  const phone = { face: 'phone', sizes: ['phone'] } as const;
  if (isFirst) {
    await camera.take(page, 'join-1-form', { ...phone, sizes: ALL_SIZES, dark: true });
    await page.getByRole('button', { name: 'Join' }).click();
    await camera.take(page, 'join-2-errors', { ...phone, dark: true });
  }
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Organisation').fill(who.organisation);
  if (isFirst) await camera.take(page, 'join-3-filled', phone);
  await page.getByText(/More about you/).click();
  if (isFirst) await camera.take(page, 'join-4-more', { ...phone, whole: true });
  if (who.observer) await page.getByRole('radio', { name: /listen/ }).check();
  await page.getByRole('button', { name: 'Join' }).click();
  const agree = page.getByRole('button', { name: /agree|accept|keep to/i });
  await agree.waitFor();
  if (isFirst) {
    await camera.take(page, 'join-5-rules', { ...phone, sizes: ALL_SIZES, dark: true });
    await camera.take(page, 'join-5-rules-whole', { ...phone, whole: true });
  }
  await agree.click();
  await agree.waitFor({ state: 'detached' });
  return page;
}
