/** Releases of published figures: what is imported stands beside what was there, and replaces nothing (A1). */
import * as z from 'zod';
import { bundleLimits } from '../import/bundle-limits.ts';
import { bundleResult, looksLikeBundle } from '../import/bundle-preview.ts';
import { ctdlDrafts } from '../import/ctdl-pathways.ts';
import { importFile } from '../import/import-file.ts';
import { profilesFor } from '../import/mapped/profiles-for.ts';
import type { ImportPreview } from '../import/preview.ts';
import { bytesInMemory } from '../import/tables/file-bytes.ts';
import type { FileBytes } from '../import/tables/file-bytes.ts';
import { longTemplate, wideTemplate } from '../import/templates.ts';
import type { ImportTemplate } from '../import/templates.ts';
import type { CodeList } from '../lmi/code-list.ts';
import { dataset } from '../lmi/dataset.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { canonicalJson } from '../lmi/canonical-json.ts';
import { revision } from '../lmi/revision.ts';
import type { Revision } from '../lmi/revision.ts';
import { newId } from '../room/ids.ts';
import type { Datasets, DatasetSummary } from '../services.ts';
import type { Store } from '../store/port.ts';
import { datasetTable, figureOrigin } from './dataset-table.ts';
import type { DatasetTable, FigureOrigin } from './dataset-table.ts';
import { ImportDesk } from './import-desk.ts';
import { ImportMappings } from './import-mappings.ts';
import { isShort } from './revision-thread.ts';
import type { RevisionThread } from './revision-thread.ts';
import { supplyDetail, supplyTable } from './supply-table.ts';
import type { SupplyDetail, SupplyTable } from './supply-table.ts';
import { vocabulary } from './vocabulary.ts';

const KEPT_MS = 24 * 3_600_000;

interface ReadOptions {
  title: string;
  area: string;
  /** The release to add to. */
  base?: string | null;
  onlyKnown?: boolean;
  answers?: Readonly<Record<string, string>>;
  /** Id of a source profile, or the name or id of a mapping; null: the file is recognised. */
  profile?: string | null;
  signal?: AbortSignal;
  onProgress?: (rows: number) => void;
}

const pending = z.strictObject({
  at: z.number(),
  title: z.string(),
  preview: z.custom<ImportPreview>((value) => typeof value === 'object' && value !== null),
  dataset,
  /** What a bundle holds beside its dataset. */
  revision: revision.nullable().optional(),
});

export interface Arrivals {
  whyNot(made: Revision): Promise<string | null>;
  takeIn(made: Revision): Promise<void>;
}

export class StoredDatasets implements Datasets {
  readonly codeList: CodeList;
  readonly words = vocabulary;
  readonly imports: ImportDesk;
  readonly mappings: ImportMappings;
  readonly #store: Store;
  readonly #now: () => number;
  /** For long ones, which would hold up a live room here. */
  readonly #thread: RevisionThread | null;
  readonly #read = new Map<string, Promise<Dataset | null>>();
  /** The revision of an imported bundle: why it cannot be taken in, null where it can, and taking it in. */
  arrivals: Arrivals = { whyNot: () => Promise.resolve(null), takeIn: () => Promise.resolve() };

  constructor(store: Store, codeList: CodeList, now: () => number, thread: RevisionThread | null = null) {
    this.#store = store;
    this.#thread = thread;
    this.codeList = codeList;
    this.#now = now;
    this.imports = new ImportDesk(
      (file, fileName, options) => this.previewImport(file, fileName, options),
      now,
    );
    this.mappings = new ImportMappings(store, this.imports, codeList, now);
  }

  async list(): Promise<DatasetSummary[]> {
    const ids = await this.#store.list('datasets');
    const all = await Promise.all(ids.map((id) => this.get(id)));
    return all
      .filter((each) => each !== null)
      .map(summaryOf)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  }

  get(id: string): Promise<Dataset | null> {
    let reading = this.#read.get(id);
    if (!reading) {
      reading = this.#readWhole(id);
      this.#read.set(id, reading);
      // Only what is there is remembered: another may be saved under this id later.
      void reading.then(
        (found) => found ?? this.#read.delete(id),
        () => this.#read.delete(id),
      );
    }
    return reading;
  }

  async #readWhole(id: string): Promise<Dataset | null> {
    const bytes = this.#thread && (await this.#store.stored('datasets', id));
    const apart = bytes && !isShort(bytes) ? await this.#thread?.dataset(bytes) : null;
    return apart ?? this.#store.read('datasets', id, (value) => dataset.parse(value));
  }

  async table(id: string): Promise<DatasetTable | null> {
    const found = await this.get(id);
    return found && datasetTable(found);
  }

  async supply(id: string): Promise<SupplyTable | null> {
    const found = await this.get(id);
    return found && supplyTable(found);
  }

  async supplyFor(id: string, code: string): Promise<SupplyDetail | null> {
    const found = await this.get(id);
    return found && supplyDetail(found, code);
  }

  async figure(id: string, observation: string): Promise<FigureOrigin | null> {
    const found = await this.get(id);
    return found && figureOrigin(found, observation);
  }

  template(name: string): ImportTemplate | null {
    return [longTemplate(), wideTemplate()].find(({ fileName }) => fileName === `${name}.csv`) ?? null;
  }

  /** Under an id of its own: the same file imported twice is two releases. */
  async save(imported: Dataset): Promise<string> {
    let id = imported.id;
    for (let copy = 2; await this.get(id); copy += 1) id = `${imported.id}-${copy}`;
    await this.#store.write('datasets', id, { ...imported, id });
    return id;
  }

  async previewImport(
    content: Uint8Array | FileBytes,
    fileName: string,
    { title, base, profile = null, ...more }: ReadOptions,
  ): Promise<{ importId: string | null; preview: ImportPreview }> {
    await this.#forgetOld();
    const now = this.#now();
    const addedTo = base ? await this.get(base) : null;
    const profiles = profilesFor(profile, await this.mappings.list());
    const options = { ...more, now, codeList: this.codeList, datasetTitle: title, base: addedTo, profiles };
    const file = content instanceof Uint8Array ? bytesInMemory(content) : content;
    const isBundle = looksLikeBundle(await file.head(4), fileName) && file.size <= bundleLimits.bytes;
    const result = isBundle
      ? bundleResult(await file.whole(), fileName)
      : await importFile(file, fileName, options);
    const preview = { ...result.preview, alreadyIn: await this.#holding(result.preview.sha256) };
    if (!result.dataset) return { importId: null, preview };
    const made = result.revision ?? null;
    const problem = made && ((await this.#whyNot(result.dataset)) ?? (await this.arrivals.whyNot(made)));
    if (problem !== null) return { importId: null, preview: { ...preview, ok: false, problems: [problem] } };
    const importId = newId('i');
    const kept = { at: now, title: result.dataset.title, preview, dataset: result.dataset, revision: made };
    await this.#store.write('imports', importId, kept);
    return { importId, preview };
  }

  /** Datasets that something of this very file is in already. */
  async #holding(sha256: string): Promise<ImportPreview['alreadyIn']> {
    const ids = await this.#store.list('datasets');
    const all = await Promise.all(ids.map((id) => this.get(id)));
    return all
      .filter((each) => each !== null)
      .filter(({ sources }) => sources.some((source) => source.sha256 === sha256))
      .map(({ id, title }) => ({ id, title }));
  }

  async withPathways(
    id: string,
    text: string,
  ): Promise<{ dataset: string; pathways: number } | { message: string }> {
    const found = await this.get(id);
    if (!found) return { message: 'There is no such dataset.' };
    const { drafts, problems } = ctdlDrafts(text);
    const [problem] = problems;
    if (problem !== undefined) return { message: `${problem} Nothing was changed.` };
    const drawn = new Set(drafts.map(({ occupation }) => occupation));
    const made = dataset.parse({
      ...found,
      createdAt: new Date(this.#now()).toISOString(),
      release: `${found.release}, with imported pathways`,
      pathways: [...found.pathways.filter(({ occupation }) => !drawn.has(occupation)), ...drafts],
    });
    return { dataset: await this.save(made), pathways: drafts.length };
  }

  async pendingImport(
    importId: string,
  ): Promise<{ preview: ImportPreview; title: string; revision: string | null } | null> {
    const kept = await this.#pending(importId);
    return kept && { preview: kept.preview, title: kept.title, revision: kept.revision?.id ?? null };
  }

  async commitImport(importId: string): Promise<string | null> {
    const kept = await this.#pending(importId);
    if (!kept) return null;
    const id = kept.revision
      ? await this.#saveWith(kept.revision, kept.dataset)
      : await this.save(kept.dataset);
    await this.#store.remove('imports', importId);
    return id;
  }

  /** A6: the release of a revision keeps its identifier, because the revision names it. */
  async #saveWith(made: Revision, imported: Dataset): Promise<string> {
    if (!(await this.get(imported.id))) await this.save(imported);
    await this.arrivals.takeIn(made);
    return imported.id;
  }

  /** Other figures stand under this identifier already. */
  async #whyNot(imported: Dataset): Promise<string | null> {
    const known = await this.get(imported.id);
    return known === null || canonicalJson(known) === canonicalJson(imported)
      ? null
      : 'Another dataset has the identifier that this revision stands on, with other figures. Nothing was changed.';
  }

  async #pending(importId: string): Promise<z.infer<typeof pending> | null> {
    if (!/^i-[0-9a-z]{10}$/.test(importId)) return null;
    const kept = await this.#store.read('imports', importId, (value) => pending.parse(value));
    return kept && kept.at + KEPT_MS > this.#now() ? kept : null;
  }

  async #forgetOld(): Promise<void> {
    for (const id of await this.#store.list('imports')) {
      if (!(await this.#pending(id))) await this.#store.remove('imports', id);
    }
  }
}

function summaryOf({
  id,
  title,
  release,
  area,
  createdAt,
  occupations,
  observations,
  sources,
}: Dataset): DatasetSummary {
  return {
    id,
    title,
    release,
    area,
    createdAt,
    occupations: occupations.length,
    observations: observations.length,
    sources: sources.map((source) => source.title),
  };
}
