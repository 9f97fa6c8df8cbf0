import type { Storm } from './storm.ts';

/** On a busy machine a few milliseconds more are no storm's doing. */
const UNFELT_MS = 20;

export function isBorne({ exits, lost, growthMb, calmP95, stormP95 }: Storm): boolean {
  return exits === 0 && lost === 0 && growthMb < 50 && stormP95 < Math.max(2 * calmP95, UNFELT_MS);
}
