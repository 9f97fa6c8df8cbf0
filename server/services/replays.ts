/** A4: a new release arrives; what stood on the earlier one is replayed on it, and people settle what is in conflict. */
import { disagreements } from '../lmi/disagreement.ts';
import type { Disagreement } from '../lmi/disagreement.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { buildReplayed, standingIn } from '../lmi/replay/build-replayed.ts';
import { replay } from '../lmi/replay/replay.ts';
import type { Replayed } from '../lmi/replay/replayed.ts';
import { whyNotSettled } from '../lmi/replay/settle.ts';
import type { Settlement } from '../lmi/replay/settlement.ts';
import { canonicalJson } from '../lmi/canonical-json.ts';
import type { Revision } from '../lmi/revision.ts';
import { newId } from '../room/ids.ts';
import type { Datasets } from '../services.ts';
import type { Store } from '../store/port.ts';
import { SerialQueue } from '../store/serial-queue.ts';
import { sha256 } from '../export/sha256.ts';
import { readReplay, replayDocument } from './replay-document.ts';
import type { ReplayDocument } from './replay-document.ts';
import type { ReplayOffer, Replays, ReplaySummary, ReplayView, SettleInput } from './replay-types.ts';
import { summaryOf, viewOf, whatItWaitsFor } from './replay-view.ts';
import type { StoredRevisions } from './revisions.ts';
import type { StaffSession } from './staff-types.ts';

const ROLE = 'staff';
const GONE = { message: 'There is no such replay any more.' };
const DONE = { message: 'This replay is published and frozen. To change anything, begin another.' };

export interface ReplaysOptions {
  store: Store;
  datasets: Datasets;
  revisions: StoredRevisions;
  now: () => number;
}

export class StoredReplays implements Replays {
  readonly #options: ReplaysOptions;
  readonly #queue = new SerialQueue();

  constructor(options: ReplaysOptions) {
    this.#options = options;
  }

  async list(): Promise<ReplaySummary[]> {
    const all = await Promise.all((await this.#all()).map((each) => this.#summary(each)));
    return all.sort(
      (a, b) =>
        Number(a.revision !== null) - Number(b.revision !== null) || b.startedAt.localeCompare(a.startedAt),
    );
  }

  async get(id: string): Promise<ReplayView | null> {
    const found = await this.#read(id);
    if (!found) return null;
    const latest = await this.#options.revisions.latestOn(found.from.dataset);
    const previous = await this.#options.revisions.get(found.from.revision.id);
    const beside = await this.#besideOf(found);
    const isBehind = found.revision === null && latest !== null && latest.id !== found.from.revision.id;
    return viewOf(found, await this.#summary(found), { previous, beside, isBehind });
  }

  async offers(dataset: string): Promise<ReplayOffer[]> {
    const { datasets, revisions } = this.#options;
    const begun = (await this.#all()).filter((each) => each.to === dataset && each.revision === null);
    const offers: ReplayOffer[] = [];
    for (const { id, title, release } of await datasets.list()) {
      const latest = id === dataset ? null : await revisions.latestOn(id);
      const standing = latest ? await this.#fresh(latest, dataset) : [];
      if (!latest || standing.length === 0) continue;
      offers.push({
        revision: { id: latest.id, number: latest.number },
        dataset: { id, title, release },
        standing: standing.length,
        replay: begun.find(({ from }) => from.dataset === id)?.id ?? null,
      });
    }
    return offers;
  }

  start(revision: string, dataset: string): Promise<{ replay: string } | { message: string }> {
    return this.#queue.run(() => this.#start(revision, dataset));
  }

  settle(id: string, input: SettleInput): Promise<{ settled: number } | { message: string }> {
    return this.#queue.run(() => this.#settle(id, input));
  }

  publish(id: string, _session: StaffSession): Promise<{ revision: string } | { message: string }> {
    return this.#queue.run(() => this.#options.revisions.inTurn(() => this.#publish(id)));
  }

  discard(id: string): Promise<void> {
    return this.#queue.run(async () => {
      const found = await this.#read(id);
      if (found && found.revision === null) await this.#options.store.remove('replays', id);
    });
  }

  async disagreements(dataset: string): Promise<Disagreement[]> {
    const latest = await this.#options.revisions.latestOn(dataset);
    return latest ? disagreements(standingIn(latest)) : [];
  }

  async #start(revisionId: string, datasetId: string): Promise<{ replay: string } | { message: string }> {
    const { datasets, revisions, store, now } = this.#options;
    const previous = await revisions.get(revisionId);
    const [from, to] = await Promise.all([
      previous && datasets.get(previous.dataset.id),
      datasets.get(datasetId),
    ]);
    if (!previous || !from || !to) return { message: 'The revision or the release is not in the store.' };
    const latest = await revisions.latestOn(from.id);
    if (latest?.id !== previous.id)
      return {
        message: 'Only the latest revision of a release can be replayed: it holds what still stands.',
      };
    const adjustments = from.id === to.id ? standingIn(previous) : await this.#fresh(previous, to.id);
    if (adjustments.length === 0)
      return {
        message: 'Nothing is left to replay: no adjustment stands, or all of them are there already.',
      };
    const results = replay({ adjustments, from, to, drafts: previous.drafts });
    const before = (await this.#all()).find(
      (each) => each.revision === null && each.from.dataset === from.id && each.to === to.id,
    );
    const made: ReplayDocument = {
      version: 1,
      id: before?.id ?? newId('y'),
      from: { dataset: from.id, revision: { id: previous.id, number: previous.number } },
      to: to.id,
      startedAt: new Date(now()).toISOString(),
      results,
      settlements: before ? stillTrue(before, results) : [],
      revision: null,
    };
    await store.write('replays', made.id, replayDocument.parse(made));
    return { replay: made.id };
  }

  async #settle(id: string, input: SettleInput): Promise<{ settled: number } | { message: string }> {
    const found = await this.#read(id);
    if (!found) return GONE;
    if (found.revision !== null) return DONE;
    const { decision, value, rationale, role } = input;
    const at = new Date(this.#options.now()).toISOString();
    const others = found.settlements.filter(({ adjustment }) => !input.adjustments.includes(adjustment));
    const made: Settlement[] = [];
    for (const adjustment of new Set(input.adjustments)) {
      const result = found.results.find((each) => each.adjustment.id === adjustment);
      if (!result) return { message: 'One of the chosen adjustments is not part of this replay.' };
      if (decision === 'open') continue;
      const settlement = {
        adjustment,
        decision,
        value: decision === 'modify' ? value : null,
        rationale,
        role,
        at,
      };
      const refusal = whyNotSettled(result, settlement);
      if (refusal !== null) return { message: `${result.adjustment.title}: ${refusal}` };
      made.push(settlement);
    }
    await this.#write({ ...found, settlements: [...others, ...made] });
    return { settled: input.adjustments.length };
  }

  async #publish(id: string): Promise<{ revision: string } | { message: string }> {
    const { datasets, revisions, now } = this.#options;
    const found = await this.#read(id);
    if (!found) return GONE;
    if (found.revision !== null) return DONE;
    const waiting = whatItWaitsFor(found);
    if (waiting !== null) return { message: waiting };
    const previous = await revisions.get(found.from.revision.id);
    const [from, to] = await Promise.all([datasets.get(found.from.dataset), datasets.get(found.to)]);
    if (!previous || !from || !to) return { message: 'The revision or the release is not in the store.' };
    if ((await revisions.latestOn(from.id))?.id !== previous.id)
      return {
        message:
          'A later revision was published since. Begin anew: it is taken in, and what you settled is kept.',
      };
    const made = buildReplayed({
      id: newId('r'),
      replay: id,
      from,
      to,
      previous,
      beside: await this.#besideOf(found),
      results: found.results,
      settlements: found.settlements,
      publishedAt: new Date(now()).toISOString(),
      publishedByRole: ROLE,
      sha256,
    });
    await revisions.save(made);
    await this.#write({ ...found, revision: made.id });
    return { revision: made.id };
  }

  /** What stands in a revision and has not been laid on this release yet. */
  async #fresh(previous: Revision, dataset: string): Promise<Adjustment[]> {
    const chain = await this.#options.revisions.chainOf(dataset);
    const known = new Set(
      chain.flatMap(({ carried, adjustments, replay: made }) => [
        ...[...carried, ...adjustments].map(({ id }) => id),
        ...(made?.results ?? []).map(({ adjustment }) => adjustment.id),
      ]),
    );
    return standingIn(previous).filter(({ id }) => !known.has(id));
  }

  #besideOf({ from, to }: ReplayDocument): Promise<Revision | null> {
    return from.dataset === to ? Promise.resolve(null) : this.#options.revisions.latestOn(to);
  }

  async #summary(found: ReplayDocument): Promise<ReplaySummary> {
    const { datasets } = this.#options;
    const named = async (id: string): Promise<Pick<Dataset, 'id' | 'title' | 'release'>> =>
      (await datasets.get(id)) ?? { id, title: id, release: id };
    const [from, to] = await Promise.all([named(found.from.dataset), named(found.to)]);
    return summaryOf(found, from, to);
  }

  async #all(): Promise<ReplayDocument[]> {
    const ids = await this.#options.store.list('replays');
    const all = await Promise.all(ids.map((id) => this.#read(id)));
    return all.filter((each) => each !== null);
  }

  #read(id: string): Promise<ReplayDocument | null> {
    return /^y-[0-9a-z]{10}$/.test(id) ? readReplay(this.#options.store, id) : Promise.resolve(null);
  }

  async #write(document: ReplayDocument): Promise<void> {
    await this.#options.store.write('replays', document.id, replayDocument.parse(document));
  }
}

/** Begun anew, what a person settled holds where the question is still the same. */
function stillTrue(
  { results: before, settlements }: ReplayDocument,
  results: readonly Replayed[],
): Settlement[] {
  const asked = new Map(before.map((each) => [each.adjustment.id, canonicalJson(each)]));
  const same = new Set(
    results
      .filter((each) => asked.get(each.adjustment.id) === canonicalJson(each))
      .map(({ adjustment }) => adjustment.id),
  );
  return settlements.filter(({ adjustment }) => same.has(adjustment));
}
