/** A6: the zip imports again as the dataset it was made from, with the adjustments staff ruled on. */
import { isDeepStrictEqual } from 'node:util';
import { importBundle } from '../../import/bundle.ts';
import type { Services } from '../../services.ts';

export async function importedAgain(
  zip: Uint8Array,
  services: Services,
  workshop: string,
  revision: string,
): Promise<string[]> {
  const read = importBundle(zip);
  if (!read.ok) return read.problems.map((problem) => `imported again: ${problem}`);
  const state = await services.workshops.get(workshop);
  const dataset = state && (await services.datasets.get(state.setup.datasetId));
  const published = await services.revisions.get(revision);
  return [
    ...(isDeepStrictEqual(read.dataset, dataset) ? [] : ['imported again: the dataset is another one']),
    ...(isDeepStrictEqual(read.adjustments, published?.adjustments)
      ? []
      : ['imported again: the adjustments are others']),
  ];
}
