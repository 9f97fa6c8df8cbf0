import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import { join, test } from './phone-room.ts';

const PHASES: PhaseName[] = [
  'mark',
  'nominate',
  'choose',
  'group',
  'tap',
  'rate',
  'order',
  'map',
  'vote',
  'tell',
  'offer',
  'survey',
];

/** E1: nothing against WCAG 2.0 to 2.2 A and AA; E3: large targets, no sideways scroll at 320. */
async function expectForEveryone(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A colour on its way from light to dark has no contrast to be judged yet.
    await page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(said, `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(320);
  expect(await smallTargets(page), where).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
}

const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, label:has(input), a[href]')]
      .filter((target) => target.checkVisibility() && !target.closest('.results'))
      .filter((target) => target.getBoundingClientRect().height < 43.5)
      .map((target) => `${target.tagName} ${target.textContent?.trim()}`),
  );

test('E1, E3 the doors of a room are for everyone', async ({ room, newPhone }) => {
  const page = await newPhone();
  await page.goto(new URL('/', room.joinAddress).href);
  await expectForEveryone(page, 'the front page');
  await page.goto(room.joinAddress);
  await expectForEveryone(page, 'the join page');
  await page.goto(new URL('/join/AAA-AAA', room.joinAddress).href);
  await expectForEveryone(page, 'a wrong code');
  await page.goto(new URL('/nowhere', room.joinAddress).href);
  await expectForEveryone(page, 'a missing page');
});

test('E1, E3 every question and its result are for everyone', async ({ room, newPhone }) => {
  test.setTimeout(240_000);
  const page = await newPhone();
  await join(page, room);
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible();
  await expectForEveryone(page, 'the lobby');
  for (const phase of PHASES) {
    await room.openPhase(phase);
    const prompt = room.host.view?.header.current.prompt ?? '';
    await expect(page.getByRole('heading', { name: prompt })).toBeVisible();
    const main = page.locator('.bar button').last();
    await expect(main, phase).toBeInViewport({ ratio: 1 });
    await expectForEveryone(page, phase);
    if (phase === 'map') continue;
    await room.reveal();
    await expect(page.getByRole('heading', { name: 'What the room said' })).toBeVisible();
    await expectForEveryone(page, `${phase}, revealed`);
  }
});
