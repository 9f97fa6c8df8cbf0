import type { Observation } from './dataset.ts';

/**
 * Areas and periods are words of a file: the backslash no id may hold (`keyedId`) is written as in an address,
 * and of percent signs those alone that would be read as one; so no other id changes, and no two become one.
 */
const inAnId = (part: string): string =>
  part.replace(/\\|%(?=(?:25)*5C)/g, (sign) => encodeURIComponent(sign));

/** One figure of one source: two cells with the same id are the same figure twice. */
export function observationId(
  figure: Pick<Observation, 'occupation' | 'area' | 'measure' | 'period' | 'source'>,
): string {
  return [figure.occupation, figure.area, figure.measure, figure.period, figure.source].map(inAnId).join('|');
}
