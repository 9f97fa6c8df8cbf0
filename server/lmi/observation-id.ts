import type { Observation } from './dataset.ts';

/** Areas and periods are words of a file: the backslash no id may hold (`keyedId`) is written as in an address. */
const inAnId = (part: string): string => part.replace(/[%\\]/g, (sign) => encodeURIComponent(sign));

/** One figure of one source: two cells with the same id are the same figure twice. */
export function observationId(
  figure: Pick<Observation, 'occupation' | 'area' | 'measure' | 'period' | 'source'>,
): string {
  return [figure.occupation, figure.area, figure.measure, figure.period, figure.source].map(inAnId).join('|');
}
