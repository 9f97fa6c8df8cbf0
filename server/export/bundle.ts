/** The bundle of a published revision: one zip, the same bytes for the same revision. */
import { canonicalJson } from '../lmi/canonical-json.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { Revision } from '../lmi/revision.ts';
import { bundleFiles } from './bundle-files.ts';
import { ctdlPathways } from './ctdl-pathways.ts';
import { deterministicZip } from './deterministic-zip.ts';
import { inertJson, inertJsonLine } from './inert-json.ts';
import { provenance } from './provenance.ts';
import { revisionRecord } from './revision-record.ts';

/** `dataset` is the release the revision stands on; `attributedUntil`: see `revisionRecord`. */
export function bundleZip(
  revision: Revision,
  dataset: Dataset,
  attributedUntil: string | null = null,
): Uint8Array<ArrayBuffer> {
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
      // A replay begins with the new release as it is published, not with the revision on the earlier one.
      name: `r${revision.baseState.revision}-r${number}`,
      base: revision.baseState,
      patches: revision.patches,
      lines: revision.diff.map(({ text }) => text),
    },
    more: new Map([
      ...ctdlPathways(revision).map(({ name, document }): [string, string] => [
        `pathways/${name}`,
        inertJson(document),
      ]),
      ['prov.jsonld', inertJson(provenance(revision, dataset))],
      ['revision.json', inertJsonLine(canonicalJson(revisionRecord(revision, attributedUntil)))],
    ]),
    writtenAt: publishedAt,
  });
  return deterministicZip(files);
}

/** `plumbline-sample-r3.zip` */
export function bundleFileName({ dataset, number }: Pick<Revision, 'dataset' | 'number'>): string {
  return `${exportName({ dataset, number })}.zip`;
}

/** `plumbline-sample-r3` */
export function exportName({ dataset, number }: Pick<Revision, 'dataset' | 'number'>): string {
  return `plumbline-${dataset.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-r${number}`;
}
