import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { openScreenRoom, screenPage } from './screen-room.ts';
import type { ScreenRoom } from './screen-room.ts';

let room: ScreenRoom;

test.beforeEach(async () => {
  room = await openScreenRoom();
  await room.choose();
  await room.ask({ type: 'phase.close', ...room.at('choose') });
  await room.open('map');
  await room.settled(() => room.host.view?.content.kind === 'map');
});
test.afterEach(() => room.close());

function pathway() {
  const content = room.host.view?.content;
  const [first] = content?.kind === 'map' ? content.pathways : [];
  if (!first) throw new Error('There is no pathway.');
  return first;
}
const stepOf = (id: string) => pathway().steps.find((step) => step.id === id);

/** A step that can be moved, with nothing to its right in its row. */
function mover(): { id: string; label: string; level: number; row: number } {
  const step = pathway().steps.find((one) => one.side === 'into');
  if (!step) throw new Error('There is no step on the way in.');
  return step;
}
const onMap = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\. `) });

test('a plain screen shows the map and offers nothing to change it', async ({ context }) => {
  const page = await screenPage(context, room, await room.server.screen());
  await expect(page.getByRole('heading', { name: pathway().title })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Pathway of/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Move/ })).toHaveCount(0);
});

test('U2 a drag, an arrow key and a button on the projector all move a step in the room', async ({
  context,
}) => {
  const page = await screenPage(context, room, await room.server.host());
  const step = mover();
  const node = onMap(page, step.label);

  await node.focus();
  await page.keyboard.press('ArrowDown');
  await room.settled(() => (stepOf(step.id)?.row ?? 0) > step.row);
  await expect(node).toBeFocused();

  const before = stepOf(step.id)?.level ?? 0;
  await page.getByRole('button', { name: `Move left: ${step.label}` }).click();
  await room.settled(() => stepOf(step.id)?.level === before - 1);

  const box = await node.boundingBox();
  if (!box) throw new Error('The step is not on the map.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 1.2, box.y + box.height / 2, { steps: 6 });
  await page.mouse.move(box.x + box.width * 1.9, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await room.settled(() => stepOf(step.id)?.level === before);
});

test('E4 a drag survives fifty changes by others, and focus stays on its step', async ({ context }) => {
  const page = await screenPage(context, room, await room.server.host());
  const step = mover();
  const other = pathway().steps.find((one) => one.id !== step.id && one.side !== 'focus');
  if (!other) throw new Error('There is no second step.');
  const node = onMap(page, step.label);
  await node.focus();
  const box = await node.boundingBox();
  if (!box) throw new Error('The step is not on the map.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 60, { steps: 4 });
  for (let turn = 0; turn < 50; turn += 1) {
    const change = { type: 'step.place', step: other.id, level: other.level, row: 6 + (turn % 2) } as const;
    await room.ask({ type: 'map.change', pathway: pathway().occupation, change });
  }
  const held = await node.boundingBox();
  expect(Math.abs((held?.y ?? 0) - (box.y + 60))).toBeLessThan(20);
  await expect(node).toBeFocused();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 3, { steps: 6 });
  await page.mouse.up();
  await room.settled(() => (stepOf(step.id)?.row ?? 0) > step.row);
  expect(stepOf(other.id)?.row).toBe(7);
});

test('U2 a step is added, connected, renamed and taken off by fields and keys', async ({ context }) => {
  const page = await screenPage(context, room, await room.server.host());
  const count = pathway().steps.length;
  await page.getByRole('textbox', { name: 'Add a step' }).fill('Night school');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await room.settled(() => pathway().steps.length === count + 1);

  const node = onMap(page, 'Night school');
  await node.focus();
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await name.fill('Evening school');
  await page.keyboard.press('Enter');
  await room.settled(() => pathway().steps.some(({ label }) => label === 'Evening school'));

  const focus = pathway().steps.find((one) => one.side === 'focus');
  const transitions = pathway().transitions.length;
  await page.getByRole('combobox', { name: 'Connect to …' }).selectOption(focus?.id ?? '');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await room.settled(() => pathway().transitions.length === transitions + 1);

  await onMap(page, 'Evening school').focus();
  await page.keyboard.press('Delete');
  await room.settled(() => pathway().steps.every(({ label }) => label !== 'Evening school'));
});
