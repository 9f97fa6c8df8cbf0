/** E1: no violation of WCAG 2.0 to 2.2, A and AA, on every face and page, in light and dark. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import { ShownRoom } from '../shots/room.ts';
import { settled } from '../shots/settled.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 320, height: 640 };
const LAPTOP = { width: 1280, height: 800 };
const PROJECTOR = { width: 1920, height: 1080 };
const SEED = 3;

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(420_000);
  server = await openTestServer(undefined, { pages: 'built' });
});
test.afterEach(() => server.close());

/** Everything in light; colours once more in dark. */
async function check(page: Page, name: string): Promise<void> {
  await settled(page);
  await expectNone(new AxeBuilder({ page }).withTags(TAGS), name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await expectNone(new AxeBuilder({ page }).withRules(['color-contrast']), `${name}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNone(axe: AxeBuilder, name: string): Promise<void> {
  const { violations } = await axe.setLegacyMode(true).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect.soft(told, name).toEqual([]);
}

async function device(browser: Browser, size: typeof PHONE, path: string, cookie?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', colorScheme: 'light' });
  const at = cookie?.indexOf('=') ?? -1;
  if (cookie)
    await context.addCookies([
      { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.address },
    ]);
  const page = await context.newPage();
  await page.goto(`${server.address}${path}`);
  return page;
}

async function staffCookie(): Promise<string> {
  const { staff } = server.services;
  const token = await staff.exchange(await staff.offerLink());
  return `plumbline_staff=${token ?? ''}`;
}

async function checkPages(page: Page, paths: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(`${server.address}${path}`);
    await check(page, name);
  }
}

test('E1 the pages before the room have no violations', async ({ browser }) => {
  const { code } = server;
  const page = await device(browser, PHONE, `/join/${code}`);
  await check(page, 'the join form');
  await page.getByRole('button', { name: 'Join' }).click();
  await check(page, 'the join form with errors');
  await checkPages(page, {
    'the front page': '/',
    'a wrong code': '/join/QQQQQQ',
    'no such page': '/nowhere',
    'a console without a seat': `/host/${code}`,
    'a screen without a seat': `/screen/${code}`,
    'the staff sign-in': '/staff/sign-in',
    'published revisions, none yet': '/revisions',
  });
});

/** Phone and screen have every phase in tests of their own; here they are looked at while and after the room chooses. */
const CHOICE: PhaseName = 'choose';

test('E1 phone, console and screen have no violations in any state', async ({ browser }) => {
  const { code } = server;
  const room = await ShownRoom.open(server, server.address, { id: server.workshop, code }, SEED);
  await room.fill(6, SEED);
  const phone = await device(browser, PHONE, `/join/${code}`, await server.person('Ana'));
  const console = await device(browser, LAPTOP, `/host/${code}`, await server.host());
  const screen = await device(browser, PROJECTOR, `/screen/${code}`, await server.screen());
  const checkFaces = async (name: string): Promise<void> => {
    await Promise.all([
      check(phone, `phone, ${name}`),
      check(console, `console, ${name}`),
      check(screen, `screen, ${name}`),
    ]);
  };
  await check(phone, 'phone, ground rules');
  await phone.getByRole('button', { name: 'I accept the ground rules' }).click();
  await checkFaces('lobby');
  await console.keyboard.press('?');
  await check(console, 'console, keys');
  await console.keyboard.press('Escape');
  await phone.getByRole('button', { name: 'Me' }).click();
  await check(phone, 'phone, me');
  await phone.keyboard.press('Escape');

  await room.facilitator.press('phase.open');
  for (;;) {
    const { phase } = (await room.facilitator.press('guide.next')).header.current;
    await room.facilitator.press('phase.open');
    await room.barrier();
    await room.contribute();
    await (phase === CHOICE ? checkFaces(`${phase}, open`) : check(console, `console, ${phase}, open`));
    if (phase === CHOICE) await checkInterruptions(room, { phone, checkFaces });
    await room.answer(room.employers);
    const closed = await room.facilitator.press('phase.close');
    if (closed.controls.reveal !== null) await room.facilitator.press('phase.reveal');
    await (phase === CHOICE
      ? checkFaces(`${phase}, revealed`)
      : check(console, `console, ${phase}, revealed`));
    if ((await room.facilitator.look()).controls.next === null) break;
  }
  await room.facilitator.say({ type: 'workshop.close' });
  await checkFaces('over');
  await room.close();
});

async function checkInterruptions(
  { facilitator }: ShownRoom,
  { phone, checkFaces }: { phone: Page; checkFaces: (name: string) => Promise<void> },
): Promise<void> {
  await facilitator.say({ type: 'topic.stop', reason: 'Pay was mentioned.' });
  await checkFaces('topic stopped');
  await facilitator.say({ type: 'topic.resume' });
  await phone.context().setOffline(true);
  await expect(phone.getByText(/no connection/i).first()).toBeVisible({ timeout: 20_000 });
  await check(phone, 'phone, offline');
  await phone.context().setOffline(false);
  await expect(phone.getByText(/no connection/i)).toHaveCount(0, { timeout: 20_000 });
}

test('E1 staff and public pages have no violations', async ({ browser }) => {
  const { workshop, code, services } = server;
  const page = await device(browser, LAPTOP, '/staff', await staffCookie());
  const draft = await services.workshops.duplicate(workshop);
  const [dataset] = await services.datasets.list();
  await checkPages(page, {
    home: '/staff',
    datasets: '/staff/datasets',
    'a dataset': `/staff/datasets/${dataset?.id ?? ''}`,
    'supply beside demand': `/staff/datasets/${dataset?.id ?? ''}/supply?occupation=29-1141`,
    'an import': '/staff/datasets/import',
    'mappings, none yet': '/staff/datasets/mappings',
    workshops: '/staff/workshops',
    'a new workshop': '/staff/workshops/new',
    'an open workshop': `/staff/workshops/${workshop}`,
    'a draft': `/staff/workshops/${draft}`,
    'a preview': `/staff/workshops/${draft}/preview`,
    'revisions, none yet': '/staff/revisions',
  });
  const room = await ShownRoom.open(server, server.address, { id: workshop, code }, SEED);
  await room.fill(5, SEED);
  await room.facilitator.press('phase.open');
  await room.facilitator.press('guide.next');
  await room.facilitator.press('phase.open');
  await room.barrier();
  await room.answer(room.employers);
  await room.facilitator.press('phase.close');
  await room.facilitator.say({ type: 'workshop.close' });
  await room.close();
  await services.workshops.startReview(workshop);
  await checkPages(page, {
    review: `/staff/workshops/${workshop}/review`,
    'the publication': `/staff/workshops/${workshop}/publish`,
  });
  const published = await services.workshops.publish(workshop, { id: 'axe', name: 'Staff' });
  if ('message' in published) throw new Error(published.message);
  await checkPages(page, {
    revisions: '/staff/revisions',
    'a revision': `/staff/revisions/${published.revision}`,
    'public revisions': '/revisions',
    'a public revision': `/revisions/${published.revision}`,
  });
});
