/** A6: reads a bundle that Plumbline wrote and gives the same dataset and adjustments. A bad file is reported, never thrown. */
import * as z from 'zod';
import type { Adjustment } from '../lmi/adjustment.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { adjustmentsFromRows } from '../lmi/tables/adjustments-from-rows.ts';
import { bundleIdentity } from '../lmi/tables/bundle-identity.ts';
import type { Revision } from '../lmi/revision.ts';
import type { BundleIdentity } from '../lmi/tables/bundle-identity.ts';
import { bundleTables } from '../lmi/tables/bundle-tables.ts';
import { datasetFromRows } from '../lmi/tables/dataset-from-rows.ts';
import type { Row } from '../lmi/tables/table.ts';
import { revisionOf } from './bundle-revision.ts';
import { readTable } from './read-table.ts';
import { sha256 } from './sha256.ts';
import { unzipSafely } from './unzip-safely.ts';
import { checksumProblems } from './verify-checksums.ts';

export interface ImportedBundle {
  ok: true;
  identity: BundleIdentity;
  dataset: Dataset;
  /** Of the bundle's own workshop, and carried from earlier revisions. */
  adjustments: Adjustment[];
  carried: Adjustment[];
  /** The published revision, whole; null in an export made during a workshop. */
  revision: Revision | null;
  /** The rows of every table, by table name. */
  rows: Record<string, Row[]>;
}
export type BundleImport = ImportedBundle | { ok: false; problems: string[] };

const declared = z.looseObject({ plumbline: bundleIdentity });

export function importBundle(bytes: Uint8Array): BundleImport {
  const zip = unzipSafely(bytes);
  if ('problem' in zip) return refused(zip.problem);
  const identity = identityOf(zip.files.get('datapackage.json'));
  if (identity === null)
    return refused('This zip is not a Plumbline bundle: its datapackage.json does not say what it holds.');
  const damaged = checksumProblems(zip.files);
  if (damaged.length > 0) return refused(...damaged);
  const rows: Record<string, Row[]> = {};
  const problems: string[] = [];
  for (const table of bundleTables) {
    const content = zip.files.get(`data/${table.name}.csv`);
    if (!content && table.isLater) continue;
    const read = content ? readTable(table, content) : { problem: `data/${table.name}.csv is missing.` };
    if ('problem' in read) problems.push(read.problem);
    else rows[table.name] = read.rows;
  }
  if (problems.length > 0) return refused(...problems);
  try {
    const dataset = datasetFromRows(identity.dataset, rows);
    const made = revisionOf(zip.files, dataset, sha256);
    if ('problem' in made) return refused(made.problem);
    return { ok: true, identity, dataset, ...adjustmentsFromRows(rows), ...made, rows };
  } catch (error) {
    if (error instanceof z.ZodError) return refused(...error.issues.slice(0, 10).map(issueSentence));
    throw error;
  }
}

function refused(...problems: string[]): BundleImport {
  return { ok: false, problems };
}

function issueSentence({ path, message }: z.core.$ZodIssue): string {
  return `The tables do not make a dataset: ${path.join('.')}: ${message}`;
}

function identityOf(content: Uint8Array | undefined): BundleIdentity | null {
  if (!content) return null;
  try {
    const read = declared.safeParse(JSON.parse(new TextDecoder().decode(content)));
    return read.success ? read.data.plumbline : null;
  } catch {
    return null;
  }
}
