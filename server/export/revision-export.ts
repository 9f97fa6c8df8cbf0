/** Every form a published revision leaves in, by one name each: pages, stable addresses and the command line use the same ones. */
import { canonicalJson } from '../lmi/canonical-json.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { Revision } from '../lmi/revision.ts';
import { bundleTables } from '../lmi/tables/bundle-tables.ts';
import { rowsOf } from '../lmi/tables/rows-of.ts';
import { bundleZip, exportName } from './bundle.ts';
import { ctdlPathways } from './ctdl-pathways.ts';
import { inertJson, inertJsonLine } from './inert-json.ts';
import { provenance } from './provenance.ts';
import { tableCsv } from './table-csv.ts';
import { revisionWorkbook } from './workbook.ts';

export const exportFormats = ['zip', 'xlsx', 'csv', 'json', 'ctdl', 'prov'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Exported {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface ExportSource {
  revision: Revision;
  /** The release the revision stands on. */
  dataset: Dataset;
  /** See `revisionRecord`. */
  attributedUntil: string | null;
}

export const isTable = (name: string): boolean => bundleTables.some((each) => each.name === name);

/** `table`: which of the tables, for `csv`; null when there is no such table. */
export async function exportRevision(
  { revision, dataset, attributedUntil }: ExportSource,
  format: ExportFormat,
  table = 'observations',
): Promise<Exported | null> {
  const name = exportName(revision);
  switch (format) {
    case 'zip':
      return {
        fileName: `${name}.zip`,
        mediaType: 'application/zip',
        bytes: bundleZip(revision, dataset, attributedUntil),
      };
    case 'xlsx':
      return {
        fileName: `${name}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await revisionWorkbook(revision, dataset),
      };
    case 'csv': {
      const known = bundleTables.find((each) => each.name === table);
      if (!known) return null;
      const text = tableCsv(known, rowsOf({ ...revision, dataset })[table] ?? []);
      return textual(`${name}-${table}.csv`, 'text/csv; charset=utf-8; header=present', text);
    }
    case 'json':
      return textual(
        `${name}.json`,
        'application/json',
        inertJsonLine(canonicalJson({ format: 'plumbline-revision', version: 1, revision, dataset })),
      );
    case 'ctdl':
      return textual(`${name}.ctdl.jsonld`, 'application/ld+json', inertJson(joined(revision)));
    case 'prov':
      return textual(`${name}.prov.jsonld`, 'application/ld+json', inertJson(provenance(revision, dataset)));
  }
}

/** All pathways in one graph; in the zip each occupation has a file of its own. */
function joined(revision: Revision): object {
  const documents = ctdlPathways(revision).map(({ document }) => document);
  return {
    '@context': 'https://credreg.net/ctdl/schema/context/json',
    '@graph': documents.flatMap((document) => document['@graph']),
  };
}

function textual(fileName: string, mediaType: string, text: string): Exported {
  return { fileName, mediaType, bytes: new TextEncoder().encode(text) };
}
