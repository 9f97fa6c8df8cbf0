import type { CurrentView } from '#lib/protocol/views/header.ts';
import { SCREEN_WORDS } from '../words/screen.ts';

/** Time left in calm words: whole minutes, no ticking seconds; null while nothing is open. */
export function timeLeft(timer: CurrentView['timer'], now: number): string | null {
  if (timer.endsAt === null) return null;
  const left = timer.endsAt - now;
  if (left <= 0) return SCREEN_WORDS.timeOver;
  if (left < 60_000) return SCREEN_WORDS.lastMinute;
  return SCREEN_WORDS.minutesLeft(Math.round(left / 60_000));
}
