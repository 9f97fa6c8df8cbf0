/**
 * S6 in a browser: a hundred hostile strings on the phone, the console and the screen, in the record, the public pages and the
 * materials: nothing runs, nothing is asked for elsewhere, nothing goes wide, and each stands there as it was typed.
 */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { HostileRoom, SHOWN } from '../security/hostile-room.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { WatchedBrowser } from './support/watched-browser.ts';

const SIZES = {
  phone: { width: 360, height: 740 },
  console: { width: 1280, height: 800 },
  screen: { width: 1920, height: 1080 },
};
type Face = keyof typeof SIZES;
/** What only their mark-up could have made. */
const THEIRS = [
  'iframe, object, embed, base, math, marquee',
  'img:not([src^="data:"]):not([src^="/"]):not([src^="blob:"])',
  '[onerror], [onload], [onmouseover], [onfocus], [onclick], [ontoggle]',
  '[href^="javascript"], [*|href^="javascript"], [href*="evil.example"], [action*="evil.example"]',
  'meta[http-equiv="refresh"]',
].join(', ');

let server: TestServer;
let room: HostileRoom;
let watched: WatchedBrowser;
const elsewhere: string[] = [];

test.beforeEach(async ({ browser }) => {
  test.setTimeout(120_000);
  server = await openTestServer(undefined, { pages: 'built' });
  room = await HostileRoom.open(server);
  watched = new WatchedBrowser(browser);
});
test.afterEach(async () => {
  room.close();
  await watched.close();
  await server.close();
});

async function pageOf(face: Face): Promise<Page> {
  const page = await watched.newPage({ viewport: SIZES[face] });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url());
  });
  const at = room.cookies[face].indexOf('=');
  const [name, value] = [room.cookies[face].slice(0, at), room.cookies[face].slice(at + 1)];
  await page.context().addCookies([{ name, value, url: server.address }]);
  const path = { phone: 'join', console: 'host', screen: 'screen' }[face];
  await page.goto(`${server.address}/${path}/${room.code}`);
  return page;
}

/** Runs in the page: all that can be read there, in fields too, with blanks as one. */
function readable(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, option')];
  const all = [document.body.textContent, ...fields.map(({ value }) => value), document.title];
  return all.join('\n').replaceAll(/\s+/g, ' ');
}
const asRead = (text: string): string => text.replaceAll(/\s+/g, ' ');

async function expectInert(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => (window as { __ran?: number }).__ran), where).toBeUndefined();
  const made = await page.locator(THEIRS).evaluateAll((all) => all.map((one) => one.outerHTML));
  expect(made, where).toEqual([]);
  expect.soft(await page.evaluate(tooWide), `${where} is not wider than its window`).toEqual([]);
}

/** Runs in the page: what stands out of the window, where the page can be pushed aside for it. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth + 1 && one.children.length === 0,
  );
  return [`${scrollWidth} > ${clientWidth}`, ...out.map((one) => one.outerHTML.slice(0, 160))];
}

async function expectShown(page: Page, words: readonly string[], where: string): Promise<void> {
  await expect(async () => {
    const text = await page.evaluate(readable);
    expect(words.filter((each) => !text.includes(asRead(each)))).toEqual([]);
  }, where).toPass({ timeout: 10_000 });
  await expectInert(page, where);
}

/** One after the other, large. */
async function everyCommentOnTheScreen(screen: Page): Promise<void> {
  const { entries = {} } = (await server.services.workshops.get(room.id)) ?? {};
  const comments = Object.values(entries).filter(({ kind }) => kind === 'comment');
  expect(comments.length).toBeGreaterThanOrEqual(SHOWN.length);
  for (const { id, label } of comments) {
    await room.ask({ type: 'spotlight.set', target: { kind: 'entry', id } });
    const heading = screen.getByRole('heading', { level: 1 });
    await expect(async () => expect(asRead(await heading.innerText())).toContain(asRead(label))).toPass({
      intervals: [30, 30, 50],
    });
  }
  await expectInert(screen, 'spotlight');
}

test('S6 a hundred hostile strings are shown as typed on every face, and run on none', async () => {
  await room.openPhase('join');
  const faces = {
    phone: await pageOf('phone'),
    console: await pageOf('console'),
    screen: await pageOf('screen'),
  };
  let looks = 0;
  let shown = 0;
  const look = async (
    where: string,
    faceNames: readonly Face[] = [],
    words: string[] = [],
  ): Promise<void> => {
    if (faceNames.length > 0) expect(words.length, where).toBeGreaterThan(90);
    shown += faceNames.length * words.length;
    for (const [face, page] of Object.entries(faces)) {
      looks += 1;
      if (faceNames.includes(face as Face)) await expectShown(page, words, `${where} on ${face}`);
      else await expectInert(page, `${where} on ${face}`);
    }
  };
  await look('people');
  const nominate = await room.openPhase('nominate');
  await look('nominations', ['phone', 'console'], await room.say('nomination', nominate.activity, null));
  await room.reveal(nominate);
  const choose = await room.openPhase('choose');
  await room.choose(choose.activity);
  await look('ballot');
  await room.reveal(choose);
  const tap = await room.openPhase('tap');
  const { critical = [] } = (await server.services.workshops.get(room.id)) ?? {};
  const [occupation = ''] = critical;
  await look('comments', ['console'], await room.say('comment', tap.activity, occupation));
  await room.reveal(tap);
  await everyCommentOnTheScreen(faces.screen);
  const rate = await room.openPhase('rate');
  await look('gaps', ['phone', 'console'], await room.say('gap', rate.activity, occupation));
  await room.reveal(rate);
  await look('gaps with results');
  const map = await room.openPhase('map');
  await room.proposeSteps(map.activity, occupation);
  await look('steps');
  const tell = await room.openPhase('tell');
  for (const kind of ['program', 'talent', 'practice'] as const)
    await look(kind, ['phone', 'console'], await room.say(kind, tell.activity, null));
  await room.reveal(tell);
  await look('programs and talent with results');
  await room.ask({ type: 'workshop.close' });
  const revision = await room.publish();
  const pages = [
    ...[`/revisions/${revision}`, `/revisions/${revision}/proceedings.html`, '/explore/occupations'],
    ...[`/explore/occupations/${occupation}`, `/explore/occupations/${occupation}/sheet`],
    ...[`/explore/pathways/${occupation}`, `/explore/pathways/${occupation}/brochure`],
  ];
  for (const path of pages) {
    const answer = await faces.console.goto(server.address + path);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await expectInert(faces.console, path);
  }
  console.info(
    `S6 in a browser: ${SHOWN.length} strings, ${looks} looks at three faces and ${pages.length} documents, ${shown} and ${SHOWN.length} on the screen seen as typed`,
  );
  expect(watched.reports).toEqual([]);
  expect(watched.ran).toEqual([]);
  expect(elsewhere).toEqual([]);
});
