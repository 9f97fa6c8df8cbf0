import type { Adjustment } from './adjustment.ts';

/** What an adjustment speaks of: two of one subject say the same or another thing about the same. */
export function subjectOf({
  kind,
  target,
  measure,
  observation,
}: Pick<Adjustment, 'kind' | 'target' | 'measure' | 'observation'>): string {
  return JSON.stringify([kind, target, measure, observation]);
}
