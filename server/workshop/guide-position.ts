/** Where the guide goes next and back, passing over what has no use. */
import { phaseOf, places, samePlace } from './phases.ts';
import type { Place } from './phases.ts';
import type { WorkshopState } from './state.ts';
import { tiedAtTheBoundary } from './tally/critical.ts';

/** `ties` is passed over while nothing is tied at the boundary. */
export function isSkipped(state: WorkshopState, place: Place): boolean {
  if (place.phase !== 'ties' || phaseOf(state, place).status !== 'upcoming') return false;
  return tiedAtTheBoundary(state, place.activity).options.length < 2;
}

export function nextPlace(state: WorkshopState): Place | null {
  return step(state, 1);
}
export function previousPlace(state: WorkshopState): Place | null {
  return step(state, -1);
}
function step(state: WorkshopState, by: 1 | -1): Place | null {
  const all = places(state);
  let index = all.findIndex((place) => samePlace(place, state.current));
  do index += by;
  while (all[index] && isSkipped(state, all[index] as Place));
  return all[index] ?? null;
}
