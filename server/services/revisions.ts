/** Revisions: numbered on their dataset release, frozen when published, downloaded as one zip (A3). */
import { createHash } from 'node:crypto';
import { bundleFileName, bundleZip } from '../export/bundle.ts';
import { proceedingsHtml } from '../export/proceedings-html.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import { attributedNow } from '../lmi/attributed-now.ts';
import { buildRevision } from '../lmi/build-revision.ts';
import { canonicalJson } from '../lmi/canonical-json.ts';
import { erasedRevision, withoutComments } from '../lmi/erased-revision.ts';
import { revision, summaryOf } from '../lmi/revision.ts';
import type { Revision, RevisionSummary } from '../lmi/revision.ts';
import { newId } from '../room/ids.ts';
import type { Rooms } from '../rooms.ts';
import type { Datasets, Revisions } from '../services.ts';
import type { Store } from '../store/port.ts';
import { withoutLabels } from '../workshop/personal-labels.ts';
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
    if (!found) return null;
    const room = await this.#options.rooms.get(found.workshop.id);
    const now = this.#options.now();
    const state = await room?.read((each) =>
      each.revision?.id === id ? proceedingsOf(each, now) : 'cut short',
    );
    // It is saved before its workshop says so; one whose workshop never did was cut short, and does not count.
    if (state === 'cut short') return null;
    return { ...found, proceedings: attributedNow(found.proceedings, state ?? null) };
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
      sha256,
    });
  }

  async save(made: Revision): Promise<void> {
    await this.#options.store.write('revisions', made.id, revision.parse(made));
  }

  /** How many revisions hold words of this workshop: its own, and later ones that carry its adjustments. */
  async countOf(workshop: string): Promise<number> {
    return (await this.#holding(workshop)).length;
  }

  /** C5: nothing of what stood there before is kept, also not an earlier generation of the file. */
  async erase(workshop: string, labels: readonly string[]): Promise<void> {
    for (const each of await this.#holding(workshop)) {
      const { hash: _, ...frozen } = withoutLabels(withoutWorkshop(each, workshop), labels);
      const hash = labels.length === 0 ? each.hash : sha256(canonicalJson(erasedRevision(frozen)));
      await this.#options.store.replace('revisions', each.id, revision.parse({ ...frozen, hash }));
    }
  }

  async remove(id: string): Promise<void> {
    await this.#options.store.remove('revisions', id);
  }

  async #holding(workshop: string): Promise<Revision[]> {
    const { store } = this.#options;
    const ids = await store.list('revisions');
    const all = await Promise.all(
      ids.map((id) => store.read('revisions', id, (value) => revision.parse(value))),
    );
    return all.filter(
      (each) =>
        each !== null &&
        (each.workshop.id === workshop || each.carried.some((one) => one.workshop === workshop)),
    ) as Revision[];
  }

  async #published(): Promise<Revision[]> {
    const ids = await this.#options.store.list('revisions');
    const all = await Promise.all(ids.map((id) => this.get(id)));
    return all.filter((each) => each !== null);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A later revision keeps what its own room said; of this workshop it only carries adjustments. */
function withoutWorkshop(whole: Revision, workshop: string): Revision {
  if (whole.workshop.id === workshop) return erasedRevision(whole);
  const carried = whole.carried.map((each) => (each.workshop === workshop ? withoutComments(each) : each));
  return { ...whole, carried };
}
