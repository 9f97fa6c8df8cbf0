/** Which figure of a new release is the one an earlier release printed under another source and period. */
import type { Dataset, Observation, Source } from '../dataset.ts';

export interface Successor {
  figure: Observation;
  /** The same publisher's; a figure of somebody else is not the same count. */
  isSamePublisher: boolean;
}

/** The newest figure of the same occupation, area and measure, its own publisher's first; null where the release has none. */
export function successorOf(figure: Observation, from: Dataset, to: Dataset): Successor | null {
  const candidates = to.observations.filter(
    ({ occupation, area, measure }) =>
      occupation === figure.occupation && area === figure.area && measure === figure.measure,
  );
  const same = candidates.find(({ id }) => id === figure.id);
  if (same) return { figure: same, isSamePublisher: true };
  const publisher = publisherOf(from.sources, figure);
  const own = candidates.filter((each) => publisherOf(to.sources, each) === publisher);
  const newest = (own.length > 0 ? own : candidates).toSorted(newestFirst)[0];
  return newest === undefined ? null : { figure: newest, isSamePublisher: own.length > 0 };
}

function publisherOf(sources: readonly Source[], { source }: Observation): string {
  return sources.find(({ id }) => id === source)?.publisher ?? source;
}

function newestFirst(a: Observation, b: Observation): number {
  const [first, second] = [`${a.period}|${a.id}`, `${b.period}|${b.id}`];
  return first < second ? 1 : first > second ? -1 : 0;
}

export function isSameValue(a: Observation, b: Observation): boolean {
  return a.value === b.value && a.text === b.text && a.flag === b.flag && a.lowerBound === b.lowerBound;
}
