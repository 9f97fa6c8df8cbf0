/** Revisions: numbered on their dataset release, frozen when published, downloaded as one zip (A3). */
import { createHash } from 'node:crypto';
import { proceedingsHtml } from '../export/proceedings-html.ts';
import { isTable } from '../export/revision-export.ts';
import type { Exported, ExportFormat } from '../export/revision-export.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import { buildRevision } from '../lmi/build-revision.ts';
import { canonicalJson } from '../lmi/canonical-json.ts';
import { erasedRevision, withoutComments } from '../lmi/erased-revision.ts';
import type { Revision, RevisionSummary } from '../lmi/revision.ts';
import { newId } from '../room/ids.ts';
import type { Rooms } from '../rooms.ts';
import type { Datasets, Revisions } from '../services.ts';
import type { Store } from '../store/port.ts';
import { SerialQueue } from '../store/serial-queue.ts';
import { withoutLabels } from '../workshop/personal-labels.ts';
import { proceedingsOf } from '../workshop/proceedings.ts';
import { startingPathways } from '../workshop/starting-pathways.ts';
import type { WorkshopState } from '../workshop/state.ts';
import { talliesOf } from '../workshop/tallies.ts';
import type { StandsAgainst } from '../lmi/disagreement.ts';
import { attributed, standingOf, withoutExpired } from './attribution.ts';
import { besideReview } from './beside-review.ts';
import type { Attributed, Standing } from './attribution.ts';
import { comparisonOf, occupationOf, whyOf } from './revision-pages.ts';
import type { Comparison, RevisionOccupation, Why } from './revision-pages.ts';
import { factsOf } from './revision-facts.ts';
import type { RevisionFacts } from './revision-facts.ts';
import { RevisionExports } from './revision-exports.ts';
import { RevisionShelf } from './revision-shelf.ts';
import type { RevisionThread } from './revision-thread.ts';
import { eraseReplays, readReplay, withoutWordsOf } from './replay-document.ts';

const ROLE = 'staff';
const IDENTIFIER = /^r-[0-9a-z]{10}$/;

export interface RevisionsOptions {
  store: Store;
  rooms: Rooms;
  datasets: Datasets;
  now: () => number;
  thread: RevisionThread;
}

export class StoredRevisions implements Revisions {
  readonly #options: RevisionsOptions;
  /** Numbers follow one another: one publication at a time. */
  readonly #publications = new SerialQueue();
  readonly #shelf: RevisionShelf;
  readonly #exports: RevisionExports;

  constructor(options: RevisionsOptions) {
    this.#options = options;
    this.#shelf = new RevisionShelf(options.store, options.thread);
    this.#exports = new RevisionExports({ ...options, shelf: this.#shelf });
  }

  async list(): Promise<RevisionSummary[]> {
    const all = await this.#published();
    return all.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  }

  async get(id: string): Promise<Revision | null> {
    return (await this.#attributed(id))?.revision ?? null;
  }

  async export(id: string, format: ExportFormat, table?: string): Promise<Exported | null> {
    if (format === 'csv' && table !== undefined && !isTable(table)) return null;
    const facts = IDENTIFIER.test(id) ? await this.#shelf.facts(id) : null;
    if (!facts || (await this.#isCutShort(facts))) return null;
    const now = this.#options.now();
    const { workshop, dataset } = facts.summary;
    const standing = await this.#standing(workshop, now);
    const asked = { revision: id, dataset: dataset.id, format, table, standing, now };
    return this.#exports.of(asked, facts.attributedUntil);
  }

  async occupation(id: string, code: string): Promise<RevisionOccupation | null> {
    const found = await this.get(id);
    return found && occupationOf(found, code);
  }

  async compare(from: string, to: string): Promise<Comparison | null> {
    const [before, after] = await Promise.all([this.get(from), this.get(to)]);
    return before && after && comparisonOf(before, after);
  }

  async why(id: string, asked: { figure: string } | { adjustment: string }): Promise<Why | null> {
    const found = await this.get(id);
    const dataset = found && (await this.#options.datasets.get(found.dataset.id));
    return dataset ? whyOf(found, dataset, asked, (each) => this.get(each)) : null;
  }

  async bundle(id: string): Promise<{ fileName: string; bytes: Uint8Array } | null> {
    return this.export(id, 'zip');
  }

  async proceedings(id: string): Promise<string | null> {
    const found = await this.get(id);
    if (!found?.proceedings) return null;
    return proceedingsHtml(
      found.proceedings,
      found.diff.map(({ text }) => text),
    );
  }

  /** Runs one publication after the other, of workshops and of replays alike. */
  inTurn<T>(publish: () => Promise<T>): Promise<T> {
    return this.#publications.run(publish);
  }

  /** The revision that the next one of this dataset stands on. */
  async latestOn(dataset: string): Promise<Revision | null> {
    const latest = (await this.#summariesOf(dataset)).at(-1);
    return latest ? this.get(latest.id) : null;
  }

  /** The published revisions of a dataset, the first one first. */
  async chainOf(dataset: string): Promise<Revision[]> {
    const all = await Promise.all((await this.#summariesOf(dataset)).map(({ id }) => this.get(id)));
    return all.filter((each) => each !== null);
  }

  /** Nothing real may stand on a rehearsal, which is discarded again. */
  async #summariesOf(dataset: string): Promise<RevisionSummary[]> {
    return (await this.#published())
      .filter((each) => each.dataset.id === dataset && !each.workshop?.rehearsal)
      .sort((a, b) => a.number - b.number || a.publishedAt.localeCompare(b.publishedAt));
  }

  async adjustments(workshop: string): Promise<Adjustment[]> {
    const room = await this.#options.rooms.get(workshop);
    if (!room) return [];
    return room.read((state) => structuredClone(Object.values(state.adjustments)));
  }

  async besideReview(workshop: string): Promise<StandsAgainst[]> {
    const room = await this.#options.rooms.get(workshop);
    const state = await room?.read((each) => structuredClone(each));
    const latest = state && (await this.latestOn(state.deck.datasetId));
    return state && latest ? besideReview(state, latest) : [];
  }

  /** What the next revision of the workshop's dataset would be, from the decisions as they stand. */
  async draft(state: WorkshopState): Promise<Revision | null> {
    const dataset = await this.#options.datasets.get(state.deck.datasetId);
    if (!dataset) return null;
    const previous = await this.latestOn(dataset.id);
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

  save(made: Revision): Promise<void> {
    return this.#shelf.save(made);
  }

  /** A6: why a revision that a bundle brings cannot be taken in; null where it can, or is here already. */
  async whyNot(made: Revision): Promise<string | null> {
    const known = await this.#shelf.whole(made.id);
    return known === null || known.hash === made.hash
      ? null
      : 'Another revision has this identifier already: the zip was changed, or it is of another Plumbline. Nothing was changed.';
  }

  /** A6: under its own id and number. */
  async takeIn(made: Revision): Promise<void> {
    if ((await this.#shelf.whole(made.id)) === null) await this.save(made);
  }

  /** How many revisions hold words of this workshop: its own, and later ones that carry its adjustments. */
  async countOf(workshop: string): Promise<number> {
    return (await this.#holding(workshop)).length;
  }

  /** C5: nothing of what stood there before is kept, also not an earlier generation of the file. */
  async erase(workshop: string, labels: readonly string[]): Promise<void> {
    for (const id of await this.#holding(workshop)) {
      const each = await this.#shelf.whole(id);
      if (!each) continue;
      const { hash: _, ...frozen } = withoutLabels(withoutWorkshop(each, workshop), labels);
      const hash = labels.length === 0 ? each.hash : sha256(canonicalJson(erasedRevision(frozen)));
      await this.#shelf.replace({ ...frozen, hash });
    }
    this.#exports.forget();
    await eraseReplays(this.#options.store, workshop, labels);
  }

  /** C3, C5: what an imported revision says of people goes when the last day is over for which they agreed. */
  async eraseExpired(): Promise<void> {
    for (const id of await this.#options.store.list('revisions')) {
      // One that is damaged says so when it is asked for; the start does not wait for that.
      const facts = await this.#shelf.facts(id).catch(() => null);
      const found = facts?.attributedUntil ? await this.#shelf.whole(id) : null;
      const erased = found && withoutExpired(found, this.#options.now());
      if (!erased) continue;
      await this.#shelf.replace(erased);
      this.#exports.forget();
    }
  }

  async remove(id: string): Promise<void> {
    await this.#shelf.remove(id);
    this.#exports.forget();
  }

  async #attributed(id: string): Promise<Attributed | null> {
    if (!IDENTIFIER.test(id)) return null;
    const found = await this.#shelf.whole(id);
    if (!found || (await this.#isCutShort(factsOf(found)))) return null;
    const now = this.#options.now();
    return attributed(found, await this.#standing(found.workshop, now), now);
  }

  async #standing(workshop: Revision['workshop'], now: number): Promise<Standing | null> {
    const room = workshop && (await this.#options.rooms.get(workshop.id));
    return room ? room.read((state) => standingOf(state, now)) : null;
  }

  /** It is saved before its workshop or its replay says so; one of which neither ever did does not count. */
  async #isCutShort({ summary: { id, workshop }, replay }: RevisionFacts): Promise<boolean> {
    const room = workshop && (await this.#options.rooms.get(workshop.id));
    if (room) return room.read((state) => state.revision?.id !== id);
    const kept = replay === null ? null : await readReplay(this.#options.store, replay);
    return kept ? kept.revision !== id : false;
  }

  /** Identifiers of the revisions that hold words of this workshop. */
  async #holding(workshop: string): Promise<string[]> {
    const all = await this.#shelf.allFacts();
    return all.flatMap(({ summary, workshops }) => (workshops.includes(workshop) ? summary.id : []));
  }

  async #published(): Promise<RevisionSummary[]> {
    const all = (await this.#shelf.allFacts()).filter(({ summary }) => IDENTIFIER.test(summary.id));
    const isCut = await Promise.all(all.map((each) => this.#isCutShort(each)));
    return all.filter((_, index) => !isCut[index]).map(({ summary }) => summary);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A later revision keeps what its own room said; of this workshop it only carries adjustments. */
function withoutWorkshop(whole: Revision, workshop: string): Revision {
  if (whole.workshop?.id === workshop) return erasedRevision(whole);
  const carried = whole.carried.map((each) => (each.workshop === workshop ? withoutComments(each) : each));
  const { replay } = whole;
  if (!replay) return { ...whole, carried };
  return { ...whole, carried, replay: { ...replay, results: withoutWordsOf(replay.results, workshop) } };
}
