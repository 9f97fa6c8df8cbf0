/** All that is published at this moment, in the order a reader meets it: what employers call critical first. */
import { codeListFromEntries } from '../code-list-from-entries.ts';
import type { CodeListIndex } from '../code-list-index.ts';
import type { CodeList } from '../code-list.ts';
import type { PublicEdition } from './public-edition.ts';
import { leadingFigure, leastValue } from './public-figure.ts';
import type { PublicFigure } from './public-figure.ts';
import type { PublicOccupation } from './public-occupation.ts';
import type { PublicPathway } from './public-pathway.ts';

export interface Catalogue {
  /** Newest first. */
  editions: PublicEdition[];
  /** One for each code: where several revisions have it, the newest word on it. */
  occupations: PublicOccupation[];
  pathways: PublicPathway[];
  sectors: string[];
  educations: string[];
  index: CodeList;
  /** By code: what a search narrows by, kept because every search asks for it. */
  facts: Map<string, SearchFacts>;
}

export interface SearchFacts {
  openings: number | null;
  wage: number | null;
  education: string | null;
}

/** `editions` newest first; `index` where one was made of their occupations already. */
export function catalogueOf(editions: readonly PublicEdition[], index?: CodeListIndex): Catalogue {
  const occupations = new Map<string, PublicOccupation>();
  const pathways = new Map<string, PublicPathway>();
  for (const each of [...editions].reverse()) {
    for (const [code, occupation] of each.occupations) occupations.set(code, occupation);
    for (const [code, pathway] of each.pathways) pathways.set(code, pathway);
  }
  const facts = new Map([...occupations].map(([code, occupation]) => [code, factsOf(occupation)]));
  const openings = ({ code }: PublicOccupation): number => facts.get(code)?.openings ?? -1;
  const ordered = [...occupations.values()].sort(
    (a, b) => byRank(a, b) || openings(b) - openings(a) || byName(a.title, b.title),
  );
  const place = new Map(ordered.map(({ code }, index) => [code, index]));
  const all = Infinity;
  return {
    editions: [...editions],
    occupations: ordered,
    pathways: [...pathways.values()].sort(
      (a, b) => (place.get(a.occupation) ?? all) - (place.get(b.occupation) ?? all),
    ),
    sectors: distinct(ordered.map(({ sector }) => sector)),
    educations: distinct([...facts.values()].flatMap(({ education }) => education ?? [])),
    index: codeListFromEntries('SOC2018', '', ordered, index),
    facts,
  };
}

function factsOf(occupation: PublicOccupation): SearchFacts {
  return {
    openings: leastValue(leading(occupation, 'openings_annual')),
    wage: leastValue(leading(occupation, 'wage_median_annual')),
    education: leading(occupation, 'education_typical')?.published.words ?? null,
  };
}

export function leading(occupation: PublicOccupation, measure: string) {
  return leadingFigure(occupation.figures, measure, occupation.edition.dataset.area);
}

/** By measure: the figure that leads. */
export function leadingFigures(occupation: PublicOccupation): Record<string, PublicFigure> {
  const names = new Set(occupation.figures.map(({ measure }) => measure));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const figure = leading(occupation, name);
      return figure ? [[name, figure]] : [];
    }),
  );
}

/** Critical ones by rank; one without a rank after those with one. */
function byRank({ critical: a }: PublicOccupation, { critical: b }: PublicOccupation): number {
  if (!a || !b) return Number(b !== null) - Number(a !== null);
  return (a.rank ?? 1e6) - (b.rank ?? 1e6);
}

const byName = new Intl.Collator('en').compare;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byName);
