/**
 * The public access point: what the newest revisions publish, kept ready in memory until one of them changes.
 * Before the first revision there is nothing: only staff's publication makes anything public (A2).
 */
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
import type { Datasets, Revisions } from '../services.ts';
import type { Store } from '../store/port.ts';
import { majorGroupTitle } from '../workshop/major-group.ts';
import { broadCategoryTitle } from './broad-category.ts';
import type { Explore, ExploreFront, OccupationShown, PathwayShown } from './explore-types.ts';

/** A revision is saved before its workshop says so; until then it does not count, and is soon looked for again. */
const UNSETTLED_MS = 1_000;

export interface ExploreOptions {
  store: Store;
  revisions: Pick<Revisions, 'list' | 'get'>;
  datasets: Pick<Datasets, 'get'>;
  /** Goes up whenever a revision or a dataset changes. */
  changes: () => number;
  now: () => number;
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

  async #current(): Promise<Kept> {
    const { changes, now } = this.#options;
    if (this.#known?.changes === changes() && now() < this.#known.until) return this.#known;
    this.#kept ??= this.#read().finally(() => (this.#kept = null));
    return (this.#known = await this.#kept);
  }

  async #read(): Promise<Kept> {
    const { store, revisions, datasets, changes, now } = this.#options;
    const seen = changes();
    const listed = await revisions.list();
    const isSettled = (await store.list('revisions')).length === listed.length;
    const editions: PublicEdition[] = [];
    const parts: string[] = [];
    for (const head of headRevisions(listed)) {
      const [revision, dataset] = [await revisions.get(head.id), await datasets.get(head.dataset.id)];
      if (!revision || !dataset) continue;
      const isNoc = dataset.occupations[0]?.system === 'NOC2021';
      editions.push(publicEdition(revision, dataset, isNoc ? broadCategoryTitle : majorGroupTitle));
      parts.push(`${head.id}.${head.hash.slice(0, 16)}`);
    }
    const catalogue = catalogueOf(editions);
    return {
      changes: seen,
      until: isSettled ? Infinity : now() + UNSETTLED_MS,
      version: editions.length === 0 ? null : parts.join('+'),
      catalogue,
      front: editions.length === 0 ? null : frontOf(catalogue),
    };
  }
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
