import { expect, test } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { RoomClient } from '../../src/lib/room/client.ts';
import { openTestServer, until } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

let server: TestServer;
let host: RoomClient<'console'>;

test.beforeEach(async () => {
  server = await openTestServer(undefined, { pages: 'built' });
  host = server.client('console', await server.host());
  await until(host as unknown as RoomClient, () => host.status === 'live' && host.view !== null);
  await toTheMap();
});
test.afterEach(async () => {
  host.close();
  await server.close();
});

const content = () => {
  const shown = host.view?.content;
  if (shown?.kind !== 'map') throw new Error(`The room does not stand at the map but at ${shown?.kind}.`);
  return shown;
};
const pathway = () => {
  const [first] = content().pathways;
  if (!first) throw new Error('There is no pathway.');
  return first;
};
const stepOf = (id: string) => pathway().steps.find((step) => step.id === id);

/** Thirteen firms choose, so that the room has critical occupations and their maps. */
async function toTheMap(): Promise<void> {
  const current = () => host.view?.header.current;
  const stop = host.view?.plan.find((one) => one.phase === 'choose');
  if (!stop) throw new Error('The guide has no choice of occupations.');
  const choose = { activity: stop.activity, phase: stop.phase };
  expect(await host.send({ type: 'phase.open', activity: 'welcome', phase: 'join' })).toMatchObject({
    ok: true,
  });
  expect(await host.send({ type: 'guide.go', ...choose })).toMatchObject({ ok: true });
  expect(await host.send({ type: 'phase.open', ...choose })).toMatchObject({ ok: true });
  const phone = server.client('phone', await server.person('Ana'));
  const choice = () => (phone.view?.content.kind === 'choose' ? phone.view.content.options : []);
  await until(phone as unknown as RoomClient, () => phone.own !== null && choice().length > 0);
  await phone.send({ type: 'ground-rules.acknowledge' });
  const options = choice()
    .slice(0, 3)
    .map(({ id }) => id);
  const round = current()?.round ?? 1;
  expect(
    await phone.send({
      type: 'answer.set',
      activity: choose.activity,
      round,
      answer: { kind: 'critical', options },
    }),
  ).toMatchObject({ ok: true });
  phone.close();
  expect(await host.send({ type: 'phase.close', ...choose })).toMatchObject({ ok: true });
  const map = host.view?.plan.find((one) => one.phase === 'map');
  if (!map) throw new Error('The guide has no map.');
  const at = { activity: map.activity, phase: map.phase };
  expect(await host.send({ type: 'guide.go', ...at })).toMatchObject({ ok: true });
  expect(await host.send({ type: 'phase.open', ...at })).toMatchObject({ ok: true });
  await until(host as unknown as RoomClient, () => host.view?.content.kind === 'map');
}

async function screenOf(context: BrowserContext, cookie: string): Promise<Page> {
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.address }]);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${server.address}/screen/${server.code}`);
  return page;
}

/** A step that can be moved, with nothing to its right in its row. */
function mover(): { id: string; label: string; level: number; row: number } {
  const step = pathway().steps.find((one) => one.side === 'into');
  if (!step) throw new Error('There is no step on the way in.');
  return step;
}
const onMap = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\. `) });
const settled = (holds: () => boolean) => until(host as unknown as RoomClient, holds);

test('a plain screen shows the map and offers nothing to change it', async ({ context }) => {
  const page = await screenOf(context, await server.screen());
  await expect(page.getByRole('heading', { name: pathway().title })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Pathway of/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Move/ })).toHaveCount(0);
});

test('U2 a drag, an arrow key and a button on the projector all move a step in the room', async ({
  context,
}) => {
  const page = await screenOf(context, await server.host());
  const step = mover();
  const node = onMap(page, step.label);

  await node.focus();
  await page.keyboard.press('ArrowDown');
  await settled(() => (stepOf(step.id)?.row ?? 0) > step.row);
  await expect(node).toBeFocused();

  const before = stepOf(step.id)?.level ?? 0;
  await page.getByRole('button', { name: `Move left: ${step.label}` }).click();
  await settled(() => stepOf(step.id)?.level === before - 1);

  const box = await node.boundingBox();
  if (!box) throw new Error('The step is not on the map.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 1.2, box.y + box.height / 2, { steps: 6 });
  await page.mouse.move(box.x + box.width * 1.9, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await settled(() => stepOf(step.id)?.level === before);
});

test('E4 a drag survives fifty changes by others, and focus stays on its step', async ({ context }) => {
  const page = await screenOf(context, await server.host());
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
    expect(await host.send({ type: 'map.change', pathway: pathway().occupation, change })).toMatchObject({
      ok: true,
    });
  }
  const held = await node.boundingBox();
  expect(Math.abs((held?.y ?? 0) - (box.y + 60))).toBeLessThan(20);
  await expect(node).toBeFocused();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 3, { steps: 6 });
  await page.mouse.up();
  await settled(() => (stepOf(step.id)?.row ?? 0) > step.row);
  expect(stepOf(other.id)?.row).toBe(7);
});

test('U2 a step is added, connected, renamed and taken off by fields and keys', async ({ context }) => {
  const page = await screenOf(context, await server.host());
  const count = pathway().steps.length;
  await page.getByRole('textbox', { name: 'Add a step' }).fill('Night school');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await settled(() => pathway().steps.length === count + 1);

  const node = onMap(page, 'Night school');
  await node.focus();
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await name.fill('Evening school');
  await page.keyboard.press('Enter');
  await settled(() => pathway().steps.some(({ label }) => label === 'Evening school'));

  const focus = pathway().steps.find((one) => one.side === 'focus');
  const transitions = pathway().transitions.length;
  await page.getByRole('combobox', { name: 'Connect to …' }).selectOption(focus?.id ?? '');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await settled(() => pathway().transitions.length === transitions + 1);

  await onMap(page, 'Evening school').focus();
  await page.keyboard.press('Delete');
  await settled(() => pathway().steps.every(({ label }) => label !== 'Evening school'));
});
