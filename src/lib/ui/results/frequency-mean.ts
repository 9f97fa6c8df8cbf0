import type { Frequency } from '#lib/protocol/answers.ts';

const STEPS: readonly Frequency[] = ['rarely', 'sometimes', 'often', 'almost_always'];

/** The word nearest to a mean of rarely 0, sometimes 1, often 2, almost always 3. */
export function nearestFrequency(mean: number): Frequency {
  return STEPS[Math.min(3, Math.max(0, Math.round(mean)))] ?? 'rarely';
}
