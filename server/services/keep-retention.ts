/** What has run out is erased at the start and within the hour, whether or not anybody looks (C5). */
import type { Log } from '../room/ports.ts';

const HOUR_MS = 3_600_000;

/** A clock that has leapt ahead says that much is due, and what is erased never comes back: it is believed an hour later. */
export async function keepRetention(erase: () => Promise<void>, log: Log, now: () => number): Promise<void> {
  await erase();
  let last = { at: now(), counted: performance.now() };
  const hourly = setInterval(() => {
    const leap = now() - last.at - (performance.now() - last.counted);
    last = { at: now(), counted: performance.now() };
    if (leap > HOUR_MS)
      return log.warn(
        { hours: Math.round(leap / HOUR_MS) },
        'the clock has leapt ahead: nothing is erased yet',
      );
    erase().catch((error: unknown) => {
      clearInterval(hourly);
      log.error({ err: error }, 'what has run out could not be erased');
    });
  }, HOUR_MS);
  hourly.unref();
}
