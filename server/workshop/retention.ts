/** How long a published workshop may hold personal data (C5). */
import type { WorkshopState } from './state.ts';

const DAY_MS = 24 * 3_600_000;

/** Notes and seats are personal too: a room nobody joined may hold what its facilitator wrote. */
function holdsPersonalData({ participants, firms, entries, notes, seats }: WorkshopState): boolean {
  return [participants, firms, entries, notes, seats].some((each) => Object.keys(each).length > 0);
}

/** Epoch milliseconds; null while it is not published, and when there is nothing to erase. */
export function retainedUntil(state: WorkshopState): number | null {
  if (state.stage !== 'published' || state.publishedAt === null || !holdsPersonalData(state)) return null;
  return state.publishedAt + state.setup.retentionDays * DAY_MS;
}
