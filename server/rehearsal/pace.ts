/** How fast somebody is. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Temper } from './cast.ts';
import { Stream } from './stream.ts';

/** Waits before the next thing said; ends early and for good when the signal says so. */
export type Pace = () => Promise<void>;

/** The server takes sixty in three seconds from one seat; a program that sends as fast as it can stays below. */
const MOST = 50;
const WINDOW_MS = 3_300;

export function fullSpeed(): Pace {
  const recent: number[] = [];
  return async () => {
    const now = performance.now();
    while (recent[0] !== undefined && now - recent[0] > WINDOW_MS) recent.shift();
    if (recent.length >= MOST) await pause(WINDOW_MS - (now - (recent[0] ?? now)));
    recent.push(performance.now());
  };
}

const SECONDS: Record<Temper, [number, number]> = {
  quick: [0.3, 1.2],
  slow: [1.5, 5],
  silent: [1, 2],
  late: [0.5, 2.5],
  dropping: [0.6, 2],
};

/** As a person with this temper taps. */
export function humanPace(temper: Temper, number: number, signal: AbortSignal): Pace {
  const chance = new Stream('pace', temper, number);
  const [least, most] = SECONDS[temper];
  return () => pause((least + chance.share() * (most - least)) * 1_000, undefined, { signal });
}
