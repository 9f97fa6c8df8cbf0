import type { Observation } from './dataset.ts';

/** One figure of one source: two cells with the same id are the same figure twice. */
export function observationId(
  figure: Pick<Observation, 'occupation' | 'area' | 'measure' | 'period' | 'source'>,
): string {
  return [figure.occupation, figure.area, figure.measure, figure.period, figure.source].join('|');
}
