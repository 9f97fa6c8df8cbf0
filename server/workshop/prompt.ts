/** The question as it is asked in a phase. */
import { PHASES } from '../../src/lib/protocol/phases.ts';
import { activityOf } from './phases.ts';
import type { Place } from './phases.ts';
import type { WorkshopState } from './state.ts';

export function promptOf(state: WorkshopState, place: Place): string {
  const activity = activityOf(state, place.activity);
  if (!activity) return '';
  const index = PHASES[activity.kind].indexOf(place.phase);
  return activity.prompts[index] ?? activity.prompts.at(-1) ?? '';
}
