/**
 * `datapackage.json`, after Data Package v2 (https://datapackage.org): every table with its schema, keys, hash and size,
 * and the sources with their releases (A5). Plumbline's own part is under `plumbline`.
 */
import type { BundleIdentity } from '../lmi/tables/bundle-identity.ts';
import type { Column, Table } from '../lmi/tables/table.ts';
import type { Source } from '../lmi/dataset.ts';

export interface TableFile {
  table: Table;
  path: string;
  bytes: number;
  sha256: string;
}

const fieldType: Record<Column['type'], string> = {
  text: 'string',
  value: 'string',
  list: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  json: 'object',
};

export function dataPackage(
  identity: BundleIdentity,
  sources: readonly Source[],
  files: readonly TableFile[],
  writtenAt: string,
): object {
  const number = identity.revision?.number ?? 0;
  const origin = identity.workshop
    ? `as checked by employers in "${identity.workshop.title}"`
    : 'with the adjustments that stood on an earlier revision and still stand';
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName(identity.dataset.id, identity.revision ? `r${number}` : 'so-far'),
    title: `${identity.dataset.title}: ${identity.revision ? `revision ${number}` : 'workshop so far'}`,
    version: `${number}.0.0`,
    created: writtenAt,
    description: `${identity.dataset.release}, ${origin}. Published values are untouched; adjusted values stand beside them. Where a spreadsheet could run text as a formula, an apostrophe stands before it.`,
    ...(sources.length > 0 ? { sources: sources.map(sourceOf) } : {}),
    resources: files.map(resourceOf),
    plumbline: identity,
  };
}

function packageName(dataset: string, part: string): string {
  const slug = dataset
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `plumbline-${slug || 'dataset'}-${part}`;
}

function sourceOf({ title, publisher, release, file, url }: Source): object {
  return {
    title: [title, publisher, release].filter(Boolean).join(', '),
    version: release,
    // A path must be a safe address: what is none is named in the title only.
    ...(url !== null && /^https?:\/\/[^\s]+$/.test(url) ? { path: url } : {}),
    file,
  };
}

function resourceOf({ table, path, bytes, sha256 }: TableFile): object {
  return {
    name: table.name,
    type: 'table',
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    title: table.title,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    hash: `sha256:${sha256}`,
    bytes,
    dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', lineTerminator: '\r\n' },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.columns.map((column) => fieldOf(column, table)),
      missingValues: [{ value: '', label: 'nothing here; a flag column says why where one is published' }],
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length > 0 ? { foreignKeys: table.foreignKeys.map(foreignKeyOf) } : {}),
    },
  };
}

/** A text that may be empty is no missing value: it keeps its own, empty, list. */
function fieldOf({ name, type, nullable, meaning }: Column, table: Table): object {
  const isNumber = type === 'number' || type === 'integer';
  return {
    name,
    type: fieldType[type],
    description: meaning,
    ...(nullable
      ? {}
      : isNumber || type === 'boolean'
        ? { constraints: { required: true } }
        : { missingValues: [] }),
    ...(table.primaryKey.length === 1 && table.primaryKey[0] === name
      ? { constraints: { required: true, unique: true } }
      : {}),
  };
}

function foreignKeyOf({ column, table, reference }: Table['foreignKeys'][number]): object {
  return { fields: [column], reference: { resource: table, fields: [reference] } };
}
