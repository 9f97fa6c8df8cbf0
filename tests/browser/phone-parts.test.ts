/** N2: what a phone fetches after its first words is there before it is needed, and where it was lost the phone gets it by itself. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from './phone-room.ts';
import type { PhoneRoom } from './phone-room.ts';

/** From now on no such script comes through, until it is mended. */
async function without(page: Page, script: RegExp): Promise<{ mend(): void; lost: string[] }> {
  let isBroken = true;
  const lost: string[] = [];
  await page.route(script, async (route) => {
    if (!isBroken) return route.continue();
    lost.push(route.request().url());
    return route.abort('connectionfailed');
  });
  return { mend: () => (isBroken = false), lost };
}

async function atDoor(page: Page, room: PhoneRoom): Promise<void> {
  await page.goto(room.joinAddress);
  await page.getByLabel('Your name').fill('Ana Diaz');
  await page.getByLabel('Organisation').fill('Foothills');
}

const PARTS = /\/_app\/.*\.js$/;
const join = (page: Page) => page.getByRole('button', { name: 'Join' }).click();
const accept = (page: Page) => page.getByRole('button', { name: 'I accept the ground rules' }).click();

test('the question is on the phone before the ground rules are accepted', async ({ room, newPhone }) => {
  await room.openPhase('choose');
  const page = await newPhone();
  await atDoor(page, room);
  await join(page);
  await expect(page.getByRole('heading', { name: 'Before we begin' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = await without(page, PARTS);
  await accept(page);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  expect(scripts.lost).toEqual([]);
});

test('a part that was lost on the way is said to be missing, and comes by itself; nothing is typed again', async ({
  room,
  newPhone,
}) => {
  await room.openPhase('choose');
  const page = await newPhone();
  await atDoor(page, room);
  await page.waitForLoadState('networkidle');
  const scripts = await without(page, PARTS);
  await join(page);
  await accept(page);
  await expect(page.getByText('still on its way to your phone')).toBeVisible();
  expect(scripts.lost).not.toEqual([]);
  scripts.mend();
  await expect(page.getByRole('checkbox').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('banner')).toContainText('saved');
  expect(room.host.view?.people).toHaveLength(1);
});

test('what was typed at the door is kept while the network is gone, and Join works when it is back', async ({
  room,
  newPhone,
}) => {
  const page = await newPhone();
  await atDoor(page, room);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await join(page);
  await expect(page.getByRole('alert')).toContainText('What you typed is still here');
  await expect(page.getByLabel('Your name')).toHaveValue('Ana Diaz');
  await page.context().setOffline(false);
  await join(page);
  await expect(page.getByRole('heading', { name: 'Before we begin' })).toBeVisible();
  expect(room.host.view?.people).toHaveLength(1);
});

test('somebody whose seat was taken and whose answer was lost comes in by pressing Join again, once', async ({
  room,
  newPhone,
}) => {
  const page = await newPhone();
  await atDoor(page, room);
  await page.waitForLoadState('networkidle');
  let isLost = false;
  await page.route('**/join/*', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.continue();
    isLost = true;
    const [name = '', value = ''] = (await room.server.person('Ana Diaz', 'Foothills')).split('=');
    await page.context().addCookies([{ name, value, url: new URL(room.joinAddress).origin }]);
    return route.abort('connectionfailed');
  });
  await join(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await join(page);
  await accept(page);
  await expect(page.getByRole('banner')).toContainText('saved');
  expect(room.host.view?.people).toHaveLength(1);
});

test('the door says what is missing beside the field, keeps the rest, and forgives as soon as it is typed', async ({
  room,
  newPhone,
}) => {
  const page = await newPhone();
  await page.goto(room.joinAddress);
  await page.getByLabel('Organisation').fill('Foothills');
  await page.getByText('More about you').click();
  await page.getByLabel('Job title').fill('Manager');
  await join(page);
  const name = page.getByLabel('Your name');
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Organisation')).toHaveValue('Foothills');
  await expect(page.getByLabel('Job title')).toHaveValue('Manager');
  await name.fill('Ana Diaz');
  await expect(name).not.toHaveAttribute('aria-invalid');
  await join(page);
  await accept(page);
  await expect(page.getByRole('banner')).toContainText('saved');
  await expect.poll(() => room.host.view?.people).toMatchObject([{ name: 'Ana Diaz' }]);
});
