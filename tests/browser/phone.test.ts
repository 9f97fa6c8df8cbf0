import { expect, type Page } from '@playwright/test';
import type { AnswerKind, AnswerOf } from '../../src/lib/protocol/answers.ts';
import { join, test, type PhoneRoom } from './phone-room.ts';

/** What the server has stored of one kind of answer, whoever gave it. */
async function stored<K extends AnswerKind>(room: PhoneRoom, kind: K): Promise<AnswerOf<K>[]> {
  const state = await room.server.services.workshops.get(room.server.workshop);
  return Object.values(state?.phases ?? {})
    .flatMap((phase) => phase.rounds)
    .flatMap((round) => Object.values(round.answers))
    .flatMap((answers) => Object.values(answers).map(({ answer }) => answer))
    .filter((answer): answer is AnswerOf<K> => answer.kind === kind);
}

const saving = (page: Page) => page.locator('[data-saving]');

test('U1 two taps and two words lead from the code to the first answer', async ({ room, newPhone }) => {
  await room.openPhase('mark');
  const page = await newPhone();
  await join(page, room);
  await page.getByRole('radio', { name: 'Too low' }).first().check();
  await expect(saving(page)).toHaveText('saved');
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  expect(await stored(room, 'figure')).toMatchObject([{ mark: 'too_low', estimate: null }]);
});

test('joining works before any script has come, and keeps what was typed', async ({ room, newPhone }) => {
  const page = await newPhone({ javaScriptEnabled: false });
  await page.goto(room.joinAddress);
  await page.getByLabel('Your name').fill('Ana Diaz');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Type the organisation you come from.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ana Diaz');
  await page.getByLabel('Organisation').fill('Foothills');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect.poll(() => room.host.view?.people.map(({ name }) => name)).toEqual(['Ana Diaz']);
});

test('R4 a reload brings the same person back, and nothing is typed again', async ({ room, newPhone }) => {
  await room.openPhase('choose');
  const page = await newPhone();
  await join(page, room);
  for (const place of [0, 1, 2]) await page.getByRole('checkbox').nth(place).check();
  await page.getByRole('button', { name: 'Send my 3' }).click();
  await expect(page.getByText('Your choice is in')).toBeVisible();
  let lines = 0;
  page.on('websocket', () => (lines += 1));
  await page.reload();
  await expect(page.getByText('Your choice is in')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(lines).toBe(1);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  expect(room.host.view?.people).toHaveLength(1);
});

test('R4 a link lets the same person in on a second device, once', async ({ room, newPhone }) => {
  const page = await newPhone();
  await join(page, room);
  await page.getByRole('button', { name: 'Me' }).click();
  await page.getByRole('button', { name: 'Make a link for another device' }).click();
  const made = await page.getByRole('textbox', { name: 'Go on with another device' }).inputValue();
  const { pathname, hash } = new URL(made);
  const address = new URL(`${pathname}${hash}`, room.joinAddress).href;

  const second = await newPhone();
  await second.goto(address);
  await expect(second.getByText('Ana Diaz')).toBeVisible();
  expect(second.url()).toBe(room.joinAddress);
  const third = await newPhone();
  await third.goto(address);
  await expect(third.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  expect(room.host.view?.people).toHaveLength(1);
});

test('R1 an answer given without a connection is never called saved', async ({ room, newPhone }) => {
  await room.openPhase('mark');
  const page = await newPhone();
  await join(page, room);
  await expect(page.getByRole('radio', { name: 'Too low' }).first()).toBeVisible();
  let isCut = false;
  await page.context().route('**/socket.io/**', (route) => (isCut ? route.abort() : route.continue()));
  isCut = true;
  await page.context().setOffline(true);
  await page.getByRole('radio', { name: 'Too low' }).first().check();
  await expect(saving(page)).toHaveText('not sent yet – no connection', { timeout: 20_000 });
  expect(await stored(room, 'figure')).toHaveLength(0);
  isCut = false;
  await page.context().setOffline(false);
  await expect(saving(page)).toHaveText('saved', { timeout: 20_000 });
  expect(await stored(room, 'figure')).toHaveLength(1);
});

test('U2 a button, two taps and a drag put a step in the same place', async ({ room, newPhone }) => {
  const orders: string[][] = [];
  await room.openPhase('order');
  for (const way of ['button', 'taps', 'drag'] as const) {
    const page = await newPhone();
    await join(page, room, way, way);
    const rows = page.getByRole('list', { name: 'On the way in' }).getByRole('listitem');
    const first = await rows
      .first()
      .getByRole('button', { name: /^Pick up/ })
      .innerText();
    if (way === 'button')
      await rows
        .first()
        .getByRole('button', { name: /^Move down/ })
        .click();
    if (way === 'taps') {
      await rows
        .first()
        .getByRole('button', { name: /^Pick up/ })
        .click();
      await rows
        .nth(1)
        .getByRole('button', { name: /^Pick up/ })
        .click();
    }
    if (way === 'drag') await dragBelow(page, rows.first().locator('.grip'), rows.nth(1));
    await expect(rows.nth(1).getByRole('button', { name: /^Pick up/ })).toHaveText(first.replace(/^1/, '2'));
    await expect(saving(page)).toHaveText('saved');
    orders.push((await stored(room, 'order')).at(-1)?.steps ?? []);
  }
  expect(orders[0]?.length).toBeGreaterThan(1);
  expect(orders[1]).toEqual(orders[0]);
  expect(orders[2]).toEqual(orders[0]);
});

async function dragBelow(page: Page, grip: ReturnType<Page['locator']>, target: ReturnType<Page['locator']>) {
  await page.evaluate(() => document.fonts.ready);
  await grip.evaluate((drawn) => drawn.scrollIntoView());
  const [from, to] = [await grip.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error('The list is not drawn.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + to.height / 2, { steps: 4 });
  await page.mouse.move(from.x, to.y + to.height * 0.8, { steps: 2 });
  await page.mouse.up();
}

test('C2 a comment that names money is held, and its author is told', async ({ room, newPhone }) => {
  await room.openPhase('tap');
  const page = await newPhone();
  await join(page, room);
  await page.getByLabel('A short comment').fill('They leave for $30 an hour');
  await expect(page.getByText('This seems to name money.')).toBeVisible();
  await page.getByRole('button', { name: 'Add comment' }).click();
  await expect(page.getByText('waits for the facilitator')).toBeVisible();
});

test('R7 a stopped topic leaves nothing of it on the phone', async ({ room, newPhone }) => {
  await room.openPhase('choose');
  const page = await newPhone();
  await join(page, room);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await room.ask({ type: 'topic.stop', reason: 'Pay was named' });
  await expect(page.getByRole('heading', { name: 'This topic is stopped' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('an observer reads the question and cannot answer it', async ({ room, newPhone }) => {
  await room.openPhase('mark');
  const page = await newPhone();
  await page.goto(room.joinAddress);
  await page.getByLabel('Your name').fill('Olu Bello');
  await page.getByLabel('Organisation').fill('Workforce board');
  await page.getByText('More about you').click();
  await page.getByRole('radio', { name: /To listen/ }).check();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'I accept the ground rules' }).click();
  await expect(page.getByText('You are here to listen.')).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeDisabled();
});

test('a code that no room has says so and asks again', async ({ room, newPhone }) => {
  const page = await newPhone();
  await page.goto(new URL('/join/AAA-AAA', room.joinAddress).href);
  await expect(page.getByRole('heading', { name: 'There is no workshop with this code' })).toBeVisible();
  await page.getByLabel('Code').fill(room.server.code.toLowerCase());
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByLabel('Your name')).toBeVisible();
});
