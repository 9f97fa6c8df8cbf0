import { isVisible } from '../entries.ts';
import type { Entry, WorkshopState } from '../state.ts';

/** The entry in the spotlight, unless it is hidden or held (C2). */
export function spotlitEntry(state: WorkshopState): Entry | null {
  if (state.topicStopped || state.spotlight?.kind !== 'entry') return null;
  const entry = state.entries[state.spotlight.id];
  return entry && isVisible(entry) ? entry : null;
}
