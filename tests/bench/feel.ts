/**
 * B7: how a phone feels on a slow network (1.6 Mbit/s, 150 ms there and back) and a slow processor (a quarter), from the code to the first
 * answers, on the insecure origin that a meeting room has; and 25 people who come in within five seconds.
 */
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { SlowLink } from '../support/slow-link.ts';
import type { LinkOptions } from '../support/slow-link.ts';
import { launchBrowser } from './launch-browser.ts';
import { MeasuredRoom } from './measured-room.ts';
import { MeasuredServer } from './measured-server.ts';
import { comeIn } from './newcomer.ts';
import { BURST } from './people.ts';
import { medianOf, percentilesOf } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlumblineServed } from './plumbline-server.ts';

const LINK: LinkOptions = { delayMs: 75, bytesPerSecond: 200_000 };
const ROUND_TRIP_MS = 2 * LINK.delayMs;
const SLOWER = 4;
const WITHIN_MS = 5_000;
const MARKS = 6;

export interface FeelFigures {
  /** As achieved through the link, before anything else is measured. */
  roundTripMs: number;
  lcpMs: number;
  inpMs: number;
  cls: number;
  joins: Percentiles & { ready: number };
}

interface Felt {
  kind: 'lcp' | 'shift' | 'event';
  value: number;
}

export async function measureFeel(): Promise<FeelFigures> {
  const options = { rooms: 1, people: 1, pages: 'built' };
  const server = await MeasuredServer.start<PlumblineServed>('plumbline-server.ts', options);
  const [served] = server.ready.rooms;
  if (!served) throw new Error('There is no room.');
  const room = await MeasuredRoom.enterFirst(server);
  const link = await SlowLink.to(server.ready.address, LINK);
  const roundTripMs = await roundTrip(link.address);
  if (roundTripMs < ROUND_TRIP_MS)
    throw new Error(`The link is too quick: ${roundTripMs} ms there and back, not ${ROUND_TRIP_MS}.`);
  const felt = await onPhone(link.port, served.code, room);
  const joins = await comeTogether(server.ready.address, served.code);
  room.close();
  await link.close();
  await server.stop();
  return { roundTripMs, ...felt, joins };
}

/** Of a small file over a connection that is open already; the median of several. */
async function roundTrip(address: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    const startedAt = performance.now();
    await new Promise<void>((done, fail) => {
      get(`${address}/icon.svg`, { agent }, (response) => {
        response.resume();
        response.once('end', done);
      }).once('error', fail);
    });
    // The first one opens the connection.
    if (tries > 0) times.push(performance.now() - startedAt);
  }
  agent.destroy();
  return Math.round(medianOf(times));
}

async function onPhone(
  port: number,
  code: string,
  room: MeasuredRoom,
): Promise<Pick<FeelFigures, 'lcpMs' | 'inpMs' | 'cls'>> {
  const browser = await launchBrowser(['--host-resolver-rules=MAP plumbline.test 127.0.0.1']);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const felt: Felt[] = [];
  await page.exposeFunction('__felt', (one: Felt) => void felt.push(one));
  await page.addInitScript(watchFeel);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  try {
    await page.goto(`http://plumbline.test:${port}/join/${code}`, { waitUntil: 'networkidle' });
    if (await page.evaluate(() => isSecureContext))
      throw new Error('A phone in a room has no secure context.');
    await useIt(page, room);
    await pause(300);
  } finally {
    await browser.close();
  }
  const values = (kind: Felt['kind']): number[] =>
    felt.filter((one) => one.kind === kind).map(({ value }) => value);
  return {
    lcpMs: Math.round(Math.max(...values('lcp'))),
    inpMs: Math.max(...values('event')),
    cls: Math.round(values('shift').reduce((sum, value) => sum + value, 0) * 1_000) / 1_000,
  };
}

async function useIt(page: Page, room: MeasuredRoom): Promise<void> {
  await page.getByLabel('Your name').pressSequentially('Ana Diaz', { delay: 40 });
  await page.getByLabel('Organisation').pressSequentially('Foothills', { delay: 40 });
  await page.getByRole('button', { name: 'Join' }).tap();
  await page.getByRole('button', { name: 'I accept the ground rules' }).tap();
  await page.getByRole('button', { name: 'I accept the ground rules' }).waitFor({ state: 'detached' });
  await room.ask('mark');
  const marks = page.getByRole('radio', { name: 'About right' });
  await marks.first().waitFor();
  for (let mark = 0; mark < Math.min(MARKS, await marks.count()); mark += 1) await marks.nth(mark).tap();
}

async function comeTogether(address: string, code: string): Promise<FeelFigures['joins']> {
  const coming = Array.from({ length: BURST }, async (_, at) => {
    await pause((at * WITHIN_MS) / BURST);
    return comeIn(address, code, `Person ${at}`, LINK);
  });
  const times = await Promise.all(coming);
  return { ...percentilesOf(times), ready: times.length };
}

/** Runs in the page. Shifts that somebody caused by a tap do not count, nor events that are no interaction. */
function watchFeel(): void {
  const tell = (globalThis as unknown as { __felt: (one: Felt) => void }).__felt;
  const watch = (type: string, hear: (entry: PerformanceEntry) => Felt | null): void => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const one = hear(entry);
        if (one) tell(one);
      }
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  };
  watch('largest-contentful-paint', (entry) => ({ kind: 'lcp', value: entry.startTime }));
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    return hadRecentInput ? null : { kind: 'shift', value };
  });
  watch('event', (entry) => {
    const { interactionId } = entry as PerformanceEntry & { interactionId: number };
    return interactionId > 0 ? { kind: 'event', value: entry.duration } : null;
  });
}
