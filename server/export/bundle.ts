/** The bundle of a published revision: one zip, the same bytes for the same revision. */
import type { Dataset } from '../lmi/dataset.ts';
import type { Revision } from '../lmi/revision.ts';
import { bundleFiles } from './bundle-files.ts';
import { deterministicZip } from './deterministic-zip.ts';

/** `dataset` is the release the revision stands on. */
export function bundleZip(revision: Revision, dataset: Dataset): Uint8Array<ArrayBuffer> {
  const { id, number, base, publishedAt, publishedByRole, hash } = revision;
  const { version, id: datasetId, title, release, area, createdAt, follows } = dataset;
  const files = bundleFiles({
    identity: {
      format: 1,
      dataset: { version, id: datasetId, title, release, area, createdAt, follows },
      revision: { id, number, base, publishedAt, publishedByRole, hash },
      workshop: revision.workshop,
    },
    content: { ...revision, dataset },
    proceedings: revision.proceedings,
    change: {
      name: `r${base.revision?.number ?? 0}-r${number}`,
      base: revision.baseState,
      patches: revision.patches,
      lines: revision.diff.map(({ text }) => text),
    },
    writtenAt: publishedAt,
  });
  return deterministicZip(files);
}

/** `plumbline-sample-r3.zip` */
export function bundleFileName({ dataset, number }: Pick<Revision, 'dataset' | 'number'>): string {
  return `plumbline-${dataset.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-r${number}.zip`;
}
