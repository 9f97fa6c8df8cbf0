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
const WAY_IN = /__route\.js$/;

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

test('somebody whose way in was lost after joining comes in all the same, once', async ({
  room,
  newPhone,
}) => {
  await room.openPhase('choose');
  const page = await newPhone();
  await atDoor(page, room);
  await page.waitForLoadState('networkidle');
  const { lost } = await without(page, WAY_IN);
  await join(page);
  await accept(page);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  expect(lost).not.toEqual([]);
  expect(room.host.view?.people).toHaveLength(1);
});
