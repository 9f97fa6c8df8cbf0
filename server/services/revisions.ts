/** Revisions: numbered on their dataset release, frozen when published, downloaded as one zip (A3). */
import { createHash } from 'node:crypto';
import { bundleFileName, bundleZip } from '../export/bundle.ts';
import { proceedingsHtml } from '../export/proceedings-html.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import { buildRevision } from '../lmi/build-revision.ts';
import { revision, summaryOf } from '../lmi/revision.ts';
import type { Revision, RevisionSummary } from '../lmi/revision.ts';
import { newId } from '../room/ids.ts';
import type { Rooms } from '../rooms.ts';
import type { Datasets, Revisions } from '../services.ts';
import type { Store } from '../store/port.ts';
import { proceedingsOf } from '../workshop/proceedings.ts';
import { startingPathways } from '../workshop/starting-pathways.ts';
import type { WorkshopState } from '../workshop/state.ts';
import { talliesOf } from '../workshop/tallies.ts';

const ROLE = 'staff';

export interface RevisionsOptions {
  store: Store;
  rooms: Rooms;
  datasets: Datasets;
  now: () => number;
}

export class StoredRevisions implements Revisions {
  readonly #options: RevisionsOptions;

  constructor(options: RevisionsOptions) {
    this.#options = options;
  }

  async list(): Promise<RevisionSummary[]> {
    const all = await this.#published();
    return all.map(summaryOf).sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  }

  async get(id: string): Promise<Revision | null> {
    if (!/^r-[0-9a-z]{10}$/.test(id)) return null;
    const found = await this.#options.store.read('revisions', id, (value) => revision.parse(value));
    return found && (await this.#isPublished(found)) ? found : null;
  }

  async bundle(id: string): Promise<{ fileName: string; bytes: Uint8Array } | null> {
    const found = await this.get(id);
    const dataset = found && (await this.#options.datasets.get(found.dataset.id));
    if (!dataset) return null;
    return { fileName: bundleFileName(found), bytes: bundleZip(found, dataset) };
  }

  async proceedings(id: string): Promise<string | null> {
    const found = await this.get(id);
    return (
      found &&
      proceedingsHtml(
        found.proceedings,
        found.diff.map(({ text }) => text),
      )
    );
  }

  async adjustments(workshop: string): Promise<Adjustment[]> {
    const room = await this.#options.rooms.get(workshop);
    if (!room) return [];
    return room.read((state) => structuredClone(Object.values(state.adjustments)));
  }

  /** What the next revision of the workshop's dataset would be, from the decisions as they stand. */
  async draft(state: WorkshopState): Promise<Revision | null> {
    const dataset = await this.#options.datasets.get(state.deck.datasetId);
    if (!dataset) return null;
    const chain = (await this.#published())
      // A rehearsal is discarded again: nothing real may stand on it.
      .filter((each) => each.dataset.id === dataset.id && !each.workshop.rehearsal)
      .sort((a, b) => a.number - b.number);
    const previous = chain.at(-1) ?? null;
    const now = this.#options.now();
    const { id, code, rehearsal, setup } = state;
    return buildRevision({
      id: newId('r'),
      number: (previous?.number ?? 0) + 1,
      dataset,
      previous,
      workshop: { id, code, title: setup.title, sector: setup.sector, region: setup.region, rehearsal },
      adjustments: Object.values(state.adjustments),
      drafts: startingPathways(state),
      tallies: talliesOf(state),
      proceedings: proceedingsOf(state, now),
      publishedAt: new Date(now).toISOString(),
      publishedByRole: ROLE,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
    });
  }

  async save(made: Revision): Promise<void> {
    await this.#options.store.write('revisions', made.id, revision.parse(made));
  }

  async remove(id: string): Promise<void> {
    await this.#options.store.remove('revisions', id);
  }

  async #published(): Promise<Revision[]> {
    const ids = await this.#options.store.list('revisions');
    const all = await Promise.all(ids.map((id) => this.get(id)));
    return all.filter((each) => each !== null);
  }

  /** It is saved before its workshop says so; one whose workshop never did was cut short, and does not count. */
  async #isPublished({ id, workshop }: Revision): Promise<boolean> {
    const room = await this.#options.rooms.get(workshop.id);
    return room === null || room.read((state) => state.revision?.id === id);
  }
}
