import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openScreenRoom, screenPage } from './screen-room.ts';
import type { ScreenRoom } from './screen-room.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let room: ScreenRoom;

test.beforeEach(async () => {
  room = await openScreenRoom();
});
test.afterEach(() => room.close());

test('a browser without a seat is told how to get a screen link, and sees nothing of the room', async ({
  context,
}) => {
  const page = await screenPage(context, room);
  await expect(page.getByRole('heading', { name: 'This screen is not let in yet' })).toBeVisible();
  await expect(page.getByText('Each link works once')).toBeVisible();
  await expect(page.getByText(/firms? ·/)).toHaveCount(0);
});

test('the lobby shows how to join, who is here and the ground rules', async ({ context }) => {
  const page = await screenPage(context, room, await room.server.screen());
  const code = `${room.server.code.slice(0, 3)}-${room.server.code.slice(-3)}`;
  await expect(page.getByText(code).first()).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR code that opens .*\/join\// })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ground rules' })).toBeVisible();
  await expect(page.getByText('1 person has read and accepted them')).toBeVisible();
});

test('V5 turnout before the reveal, results only after it', async ({ context }) => {
  await room.choose();
  const page = await screenPage(context, room, await room.server.screen());
  await expect(page.getByText('1 of 1 firm has finished')).toBeVisible();
  await expect(page.getByText('1/1')).toHaveCount(0);
  await room.ask({ type: 'phase.close', ...room.at('choose') });
  await expect(page.getByText('Closed. The results come next.')).toBeVisible();
  await expect(page.getByText('1/1')).toHaveCount(0);
  await room.ask({ type: 'phase.reveal', ...room.at('choose') });
  await expect(page.getByText('1/1').first()).toBeVisible();
  await expect(page.getByText('below quorum').first()).toBeVisible();
});

test('C1 a stopped topic leaves a neutral screen', async ({ context }) => {
  await room.choose();
  const page = await screenPage(context, room, await room.server.screen());
  await expect(page.getByText('Answer on your phone')).toBeVisible();
  await room.ask({ type: 'topic.stop', reason: 'pay' });
  await expect(page.getByRole('heading', { name: 'This topic has been stopped.' })).toBeVisible();
  await expect(page.getByText('Answer on your phone')).toHaveCount(0);
  await room.ask({ type: 'topic.resume' });
  await expect(page.getByText('Answer on your phone')).toBeVisible();
});

test('E4 a list that turns its pages can be held by a key', async ({ context }) => {
  await room.open('choose');
  const page = await screenPage(context, room, await room.server.screen());
  const pause = page.getByRole('button', { name: 'Pause (P)' });
  await expect(pause).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Go on (P)' })).toHaveAttribute('aria-pressed', 'true');
});

test('without a connection the screen says that it shows how the room stood', async ({ context }) => {
  const page = await screenPage(context, room, await room.server.screen());
  await expect(page.getByRole('heading', { name: 'Ground rules' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('status')).toContainText('how the room stood', { timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Ground rules' })).toBeVisible();
});

test('U2 on the projector a card moves by "Move to" and by keys, in a facilitator’s browser only', async ({
  context,
  browser,
}) => {
  await room.choose();
  await room.ask({ type: 'phase.close', ...room.at('choose') });
  await room.ask({
    type: 'entry.create',
    activity: room.at('group').activity,
    kind: 'category',
    occupation: null,
    code: null,
    label: 'Our own',
  });
  await room.open('group');
  const board = () => {
    const content = room.host.view?.content;
    if (content?.kind !== 'group') throw new Error('The room does not stand at its categories.');
    return content;
  };
  await room.settled(() => room.host.view?.content.kind === 'group');
  const [card] = board().placed;
  const own = board().categories.find(({ title }) => title === 'Our own');
  if (!card || !own) throw new Error('There is nothing to move.');
  const titleOf = (id: string) => board().categories.find((one) => one.id === id)?.title ?? '';
  const placeOf = () => board().placed.find(({ id }) => id === card.id)?.category;

  const plain = await screenPage(await browser.newContext(), room, await room.server.screen());
  await expect(plain.getByText(card.title)).toBeVisible();
  await expect(plain.getByRole('combobox')).toHaveCount(0);

  const page = await screenPage(context, room, await room.server.host());
  const menu = page.getByRole('combobox', { name: `Move ${card.title} to another category` });
  await menu.selectOption(own.id);
  await room.settled(() => placeOf() === own.id);
  await expect(plain.getByRole('list', { name: 'Our own' }).getByText(card.title)).toBeVisible();

  await page.getByRole('button', { name: `Move ${card.title} to another category` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: titleOf(card.category) }).focus();
  await page.keyboard.press('Enter');
  await room.settled(() => placeOf() === card.category);
});

async function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes: number[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const isSeen =
        texts.currentNode.textContent?.trim() &&
        element &&
        !element.closest('.visually-hidden, script, style');
      if (isSeen && element.getBoundingClientRect().width > 0)
        sizes.push(parseFloat(getComputedStyle(element).fontSize));
    }
    return Math.min(...sizes);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`E1 E3 no violation and no text under 24 px, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await screenPage(context, room, await room.server.screen());
    const look = async () => {
      expect(await smallestText(page)).toBeGreaterThanOrEqual(24);
      expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([]);
    };
    await expect(page.getByRole('heading', { name: 'Ground rules' })).toBeVisible();
    await look();
    await room.choose();
    await expect(page.getByText('1 of 1 firm has finished')).toBeVisible();
    await look();
    await room.ask({ type: 'phase.close', ...room.at('choose') });
    await room.ask({ type: 'phase.reveal', ...room.at('choose') });
    await expect(page.getByText('1/1').first()).toBeVisible();
    await look();
    await room.open('map');
    await expect(page.getByRole('group', { name: /^Pathway of/ })).toBeVisible();
    await look();
  });
}
