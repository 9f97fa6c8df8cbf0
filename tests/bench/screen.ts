/**
 * B2: from the tap on a phone to the projector. A tap is a phone's command `answer.finish`; it is there when a real screen page in
 * Chromium has painted the dot of that phone's firm. Near: on loopback. Far: phones and screen each behind a slow link.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/lib/room/ids.ts';
import { SlowLink } from '../support/slow-link.ts';
import type { LinkOptions } from '../support/slow-link.ts';
import type { BareServed } from './bare-server.ts';
import { Caller } from './caller.ts';
import { MeasuredRoom } from './measured-room.ts';
import { MeasuredServer } from './measured-server.ts';
import { PaintedPage } from './painted-page.ts';
import { BURST } from './people.ts';
import { percentilesOf } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlumblineServed } from './plumbline-server.ts';

const PER_SECOND = 2;
const BETWEEN_MS = 700;
/** 100 ms there and back; one piece in a hundred is lost and sent again, which takes TCP about this long. */
const FAR: LinkOptions = { delayMs: 50, stalls: { share: 0.01, ms: 300, seed: 3 } };

export interface TapFigures {
  paced: Percentiles;
  burst: Percentiles;
}

export interface ScreenFigures {
  tapToScreen: TapFigures & { far: TapFigures; bare: TapFigures };
}

interface Options {
  seconds: number;
  bursts: number;
}

export async function measureScreen(options: Options): Promise<ScreenFigures> {
  const near = await plumblineTaps(options, null);
  // A stall on the screen's line delays a whole burst: of few, one more or less would be the figure.
  const far = await plumblineTaps({ ...options, bursts: 3 * options.bursts }, FAR);
  return { tapToScreen: { ...near, far, bare: await bareTaps(options) } };
}

async function plumblineTaps(options: Options, link: LinkOptions | null): Promise<TapFigures> {
  const server = await MeasuredServer.start<PlumblineServed>('plumbline-server.ts', {
    rooms: 1,
    people: BURST,
    // So that each has a dot.
    hasFirmEach: true,
    pages: 'built',
  });
  const { address, rooms } = server.ready;
  const [room] = rooms;
  if (!room) throw new Error('There is no room.');
  const forPhones = link && (await SlowLink.to(address, link));
  const forScreen = link && (await SlowLink.to(address, link));
  const entered = await MeasuredRoom.enter(address, room, forPhones?.address);
  const { header } = await entered.ask('mark');
  const { activity, round } = header.current;
  const page = await PaintedPage.open(`${forScreen?.address ?? address}/screen/${room.code}`, room.screen);
  const taps = (at: number, finished: boolean) =>
    entered.callers[at]?.say({ id: newId(), command: { type: 'answer.finish', activity, round, finished } });
  const figures = await measureTaps(page, taps, options);
  await page.close();
  entered.close();
  await Promise.all([forPhones?.close(), forScreen?.close()]);
  await server.stop();
  return figures;
}

async function bareTaps(options: Options): Promise<TapFigures> {
  const server = await MeasuredServer.start<BareServed>('bare-server.ts');
  const { address } = server.ready;
  const callers = await Promise.all(Array.from({ length: BURST }, () => Caller.connect({ address })));
  const page = await PaintedPage.open(address, null);
  const taps = (at: number, finished: boolean) =>
    callers[at]?.say(
      { id: newId(), command: { type: 'answer.finish', activity: 'figures', round: 1, finished } },
      { at },
    );
  const figures = await measureTaps(page, taps, options);
  await page.close();
  for (const caller of callers) caller.close();
  await server.stop();
  return figures;
}

type Tap = (at: number, finished: boolean) => Promise<{ saidAt: number }> | undefined;

async function measureTaps(page: PaintedPage, tap: Tap, { seconds, bursts }: Options): Promise<TapFigures> {
  await page.dots(BURST);
  let isOn = false;
  await warmUp(page, tap);
  const paced: Promise<number>[] = [];
  for (let turn = 0; turn < PER_SECOND * seconds; turn += 1) {
    isOn = !isOn;
    for (let at = 0; at < BURST; at += 1) {
      paced.push(timeOf(page, at, isOn, tap));
      await pause(1_000 / PER_SECOND / BURST);
    }
  }
  const pacedTimes = await Promise.all(paced);
  const burst: number[] = [];
  for (let turn = 0; turn < bursts; turn += 1) {
    isOn = !isOn;
    const value = isOn;
    burst.push(
      ...(await Promise.all(Array.from({ length: BURST }, (_, at) => timeOf(page, at, value, tap)))),
    );
    await pause(BETWEEN_MS);
  }
  return { paced: percentilesOf(pacedTimes), burst: percentilesOf(burst) };
}

/** A page that has just come still has much to do, and may miss a dot that is filled for half a second: once on and off, each seen. */
async function warmUp(page: PaintedPage, tap: Tap): Promise<void> {
  for (const value of [true, false]) {
    for (let at = 0; at < BURST; at += 1) {
      const painted = page.painted(at, value);
      await tap(at, value);
      await painted;
    }
  }
}

async function timeOf(page: PaintedPage, at: number, isOn: boolean, tap: Tap): Promise<number> {
  const painted = page.painted(at, isOn);
  const said = await tap(at, isOn);
  return (await painted) - (said?.saidAt ?? Number.NaN);
}
