/**
 * The public access point: what the newest revisions publish, kept ready in memory until one of them changes.
 * Before the first revision there is nothing: only staff's publication makes anything public (A2).
 */
import { setImmediate as turn } from 'node:timers/promises';
import { CodeListIndex } from '../lmi/code-list-index.ts';
import { catalogueOf, leadingFigures } from '../lmi/public/catalogue.ts';
import type { Catalogue } from '../lmi/public/catalogue.ts';
import { headRevisions } from '../lmi/public/heads.ts';
import { cardOf } from '../lmi/public/occupation-card.ts';
import { findOccupations } from '../lmi/public/occupation-search.ts';
import type { FoundOccupations, OccupationQuery } from '../lmi/public/occupation-search.ts';
import { pathwayCardOf } from '../lmi/public/pathway-card.ts';
import type { PathwayCard } from '../lmi/public/pathway-card.ts';
import { plainSentences } from '../lmi/public/plain-words.ts';
import { publicEdition } from '../lmi/public/public-edition.ts';
import type { PublicEdition } from '../lmi/public/public-edition.ts';
import { relatedOccupations } from '../lmi/public/related-occupations.ts';
import type { RevisionSummary } from '../lmi/revision.ts';
import type { Datasets, Revisions } from '../services.ts';
import type { Store } from '../store/port.ts';
import type { Explore, ExploreFront, OccupationShown, PathwayShown } from './explore-types.ts';
import { isShort } from './revision-thread.ts';
import type { RevisionThread } from './revision-thread.ts';
import { sectorOf } from './sector-of.ts';

/** A revision is saved before its workshop says so; until then it does not count, and is soon looked for again. */
const UNSETTLED_MS = 1_000;
/** So often it is looked for again in the background; then it waits for somebody to ask. */
const LOOKS = 5;
/** Occupations whose names are taken into the index in one turn of the loop. */
const AT_ONCE = 50;

export interface ExploreOptions {
  store: Store;
  revisions: Pick<Revisions, 'list' | 'get'>;
  datasets: Pick<Datasets, 'get'>;
  /** Goes up whenever a revision or a dataset changes. */
  changes: () => number;
  now: () => number;
  thread: RevisionThread;
}

interface Kept {
  changes: number;
  until: number;
  version: string | null;
  catalogue: Catalogue;
  front: ExploreFront | null;
}

export class StoredExplore implements Explore {
  readonly #options: ExploreOptions;
  #kept: Promise<Kept> | null = null;
  #known: Kept | null = null;
  /** By revision, hash and dataset: what did not change is not made again. */
  #editions = new Map<string, PublicEdition>();
  #waiting: NodeJS.Timeout | undefined;

  constructor(options: ExploreOptions) {
    this.#options = options;
  }

  async version(): Promise<string | null> {
    return (await this.#current()).version;
  }

  /** For what else is made from it: materials and the interface for programs. */
  async catalogue(): Promise<Catalogue> {
    return (await this.#current()).catalogue;
  }

  async front(): Promise<ExploreFront | null> {
    return (await this.#current()).front;
  }

  async find(query: OccupationQuery): Promise<FoundOccupations | null> {
    const { version, catalogue } = await this.#current();
    return version === null ? null : findOccupations(catalogue, query);
  }

  async occupation(code: string, dataset: string | null = null): Promise<OccupationShown | null> {
    const { catalogue } = await this.#current();
    const holding = catalogue.editions.filter(({ occupations }) => occupations.has(code));
    const chosen =
      dataset === null ? holding[0] : holding.find(({ edition }) => edition.dataset.id === dataset);
    const occupation = chosen?.occupations.get(code);
    if (!chosen || !occupation) return null;
    return {
      occupation,
      plain: plainSentences(occupation),
      leading: leadingFigures(occupation),
      pathway: chosen.pathways.get(code) ?? null,
      related: relatedOccupations(catalogue, code),
      others: holding.filter((each) => each !== chosen).map(({ edition }) => edition),
    };
  }

  async pathways(): Promise<PathwayCard[]> {
    return (await this.#current()).front?.pathways ?? [];
  }

  async pathway(code: string): Promise<PathwayShown | null> {
    const { editions, occupations } = await this.catalogue();
    const holding = editions.find(({ pathways }) => pathways.has(code));
    const pathway = holding?.pathways.get(code);
    if (!holding || !pathway) return null;
    const listed = new Set(occupations.map((each) => each.code));
    const known = pathway.steps.flatMap((step) =>
      step.code !== null && listed.has(step.code) ? step.code : [],
    );
    return { pathway, edition: holding.edition, known: [...new Set(known)] };
  }

  async codes(): Promise<{ occupations: string[]; pathways: string[]; on: string | null }> {
    const { editions, occupations, pathways } = await this.catalogue();
    return {
      occupations: occupations.map(({ code }) => code),
      pathways: pathways.map(({ occupation }) => occupation),
      on: editions[0]?.edition.revision.publishedOn ?? null,
    };
  }

  /** Something published may have changed: it is made ready before anybody asks. */
  prepare(looks = LOOKS): void {
    clearTimeout(this.#waiting);
    const look = async (): Promise<void> => {
      // Whoever asks learns what is wrong.
      const made = await this.#current().catch(() => null);
      if (made && Number.isFinite(made.until) && looks > 1) this.prepare(looks - 1);
    };
    this.#waiting = setTimeout(() => void look(), looks === LOOKS ? 0 : UNSETTLED_MS).unref();
  }

  close(): void {
    clearTimeout(this.#waiting);
  }

  async #current(): Promise<Kept> {
    const { changes, now } = this.#options;
    if (this.#known?.changes === changes() && now() < this.#known.until) return this.#known;
    this.#kept ??= this.#read().finally(() => (this.#kept = null));
    return (this.#known = await this.#kept);
  }

  async #read(): Promise<Kept> {
    const { store, revisions, changes, now } = this.#options;
    const seen = changes();
    const listed = await revisions.list();
    const isSettled = (await store.list('revisions')).length === listed.length;
    const until = isSettled ? Infinity : now() + UNSETTLED_MS;
    const before = this.#editions;
    this.#editions = new Map();
    for (const head of headRevisions(listed)) {
      const key = `${head.id}.${head.hash}.${head.dataset.id}`;
      const made = before.get(key) ?? (await this.#edition(head));
      if (made) this.#editions.set(key, made);
    }
    const keys = [...this.#editions.keys()];
    const version = keys.length === 0 ? null : keys.map(shortened).join('+');
    if (this.#known?.version === version) return { ...this.#known, changes: seen, until };
    const editions = [...this.#editions.values()];
    const catalogue = catalogueOf(editions, await indexOf(editions));
    await turn();
    const front = editions.length === 0 ? null : frontOf(catalogue);
    return { changes: seen, until, version, catalogue, front };
  }

  async #edition({ id, dataset: { id: on } }: RevisionSummary): Promise<PublicEdition | null> {
    const { store, revisions, datasets, thread } = this.#options;
    const [bytes, figures] = [await store.stored('revisions', id), await store.stored('datasets', on)];
    const apart = bytes && figures && !isShort(bytes, figures) ? await thread.edition(bytes, figures) : null;
    if (apart) return apart;
    const [revision, dataset] = [await revisions.get(id), await datasets.get(on)];
    return revision && dataset && publicEdition(revision, dataset, sectorOf(dataset));
  }
}

/** `r-1x2y3z.0123456789abcdef`: what identifies an edition, in an address or a tag. */
const shortened = (key: string): string =>
  key
    .split('.', 2)
    .map((part) => part.slice(0, 16))
    .join('.');

/** Name by name, and others come between. */
async function indexOf(editions: readonly PublicEdition[]): Promise<CodeListIndex> {
  const index = new CodeListIndex();
  const newest = new Map(editions.toReversed().flatMap(({ occupations }) => [...occupations]));
  let count = 0;
  for (const occupation of newest.values()) {
    index.add(occupation);
    count += 1;
    if (count % AT_ONCE === 0) await turn();
  }
  await turn();
  return index;
}

function frontOf(catalogue: Catalogue): ExploreFront {
  const { editions, occupations, sectors, educations } = catalogue;
  const sources = new Map(occupations.flatMap((each) => each.sources.map((source) => [source.id, source])));
  return {
    editions: editions.map(({ edition }) => edition),
    critical: occupations.filter(({ critical }) => critical !== null).map((each) => cardOf(each)),
    pathways: pathwayCards(catalogue),
    preferences: editions.flatMap(({ preferences }) => preferences),
    sources: [...sources.values()],
    occupations: occupations.length,
    sectors,
    educations,
  };
}

function pathwayCards({ occupations, pathways }: Catalogue): PathwayCard[] {
  const byCode = new Map(occupations.map((each) => [each.code, each]));
  return pathways.map((pathway) => {
    const leadsTo = byCode.get(pathway.occupation);
    return pathwayCardOf(pathway, {
      title: leadsTo?.title ?? pathway.title,
      isCritical: leadsTo?.critical != null,
    });
  });
}
