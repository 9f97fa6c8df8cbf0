/** The files of a bundle, in order: what is declared first, the tables, the patch, the record for people. */
import { canonicalJson } from '../lmi/canonical-json.ts';
import type { EffectiveState } from '../lmi/effective-state.ts';
import type { PatchDocument } from '../lmi/patch.ts';
import type { Proceedings } from '../lmi/proceedings.ts';
import type { BundleContent } from '../lmi/tables/bundle-content.ts';
import type { BundleIdentity } from '../lmi/tables/bundle-identity.ts';
import { bundleTables } from '../lmi/tables/bundle-tables.ts';
import { rowsOf } from '../lmi/tables/rows-of.ts';
import { dataPackage } from './data-package.ts';
import { proceedingsHtml } from './proceedings-html.ts';
import { proceedingsMarkdown } from './proceedings-markdown.ts';
import { sha256 } from './sha256.ts';
import { tableCsv } from './table-csv.ts';

export interface BundleSource {
  identity: BundleIdentity;
  content: BundleContent;
  /** Null where there was no workshop. */
  proceedings: Proceedings | null;
  /** Further files of a revision, by path. */
  more?: ReadonlyMap<string, string>;
  /** Null where nothing is decided yet. */
  change: {
    name: string;
    base: EffectiveState;
    patches: Record<string, PatchDocument>;
    lines: string[];
  } | null;
  writtenAt: string;
}

export function bundleFiles(source: BundleSource): Map<string, string> {
  const { identity, content, proceedings, change, writtenAt } = source;
  const rows = rowsOf(content);
  const tables = bundleTables.map((table) => {
    const text = tableCsv(table, rows[table.name] ?? []);
    return {
      table,
      path: `data/${table.name}.csv`,
      text,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
    };
  });
  const declared = dataPackage(identity, content.dataset.sources, tables, writtenAt);
  const files = new Map([['datapackage.json', `${JSON.stringify(declared, null, 2)}\n`]]);
  for (const { path, text } of tables) files.set(path, text);
  if (change) {
    for (const [name, patch] of Object.entries(change.patches)) {
      files.set(`patches/${name}.${change.name}.json`, `${JSON.stringify(sorted(patch), null, 2)}\n`);
    }
    files.set('state/base.json', `${canonicalJson(change.base)}\n`);
    files.set('state/revision.json', `${canonicalJson(content.state)}\n`);
  }
  for (const [path, text] of source.more ?? []) files.set(path, text);
  if (proceedings) {
    const lines = change?.lines ?? [];
    files.set('proceedings.html', proceedingsHtml(proceedings, lines));
    files.set('proceedings.md', proceedingsMarkdown(proceedings, lines));
  }
  return files;
}

/** Keys in the order of the state files: some readers of RFC 6902 compare a tested value with its keys in order. */
function sorted(value: unknown): unknown {
  return JSON.parse(canonicalJson(value));
}
