/** U6: an export during the workshop: the tables of a revision with the same columns, no decision in them, and nobody's name. */
import type { Dataset } from '../lmi/dataset.ts';
import { erasedProceedings } from '../lmi/erased-proceedings.ts';
import { startingState } from '../lmi/published-state.ts';
import type { SoFar } from '../lmi/so-far.ts';
import { bundleFiles } from './bundle-files.ts';
import { deterministicZip } from './deterministic-zip.ts';

/** `soFar` comes from `soFarOf(state, now)` in server/workshop; `dataset` is the release the workshop stands on. */
export function exportSoFarZip(soFar: SoFar, dataset: Dataset): Uint8Array<ArrayBuffer> {
  const { version, id, title, release, area, createdAt, follows } = dataset;
  const { adjustments, tallies, workshop, writtenAt } = soFar;
  const files = bundleFiles({
    identity: {
      format: 1,
      dataset: { version, id, title, release, area, createdAt, follows },
      revision: null,
      workshop,
    },
    content: { dataset, state: startingState(dataset, soFar.drafts), adjustments, carried: [], tallies },
    proceedings: erasedProceedings(soFar.proceedings),
    change: null,
    writtenAt,
  });
  return deterministicZip(files);
}
