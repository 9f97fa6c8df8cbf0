/** Finding an occupation by any of its names, narrowed by what is published of it. Pure: the same question gives the same page. */
import type { Catalogue } from './catalogue.ts';
import { cardOf } from './occupation-card.ts';
import type { OccupationCard } from './occupation-card.ts';
import type { PublicOccupation } from './public-occupation.ts';

export interface OccupationQuery {
  words: string;
  sector: string | null;
  education: string | null;
  /** At least so many openings a year. */
  openings: number | null;
  /** At least this published median wage, dollars a year. */
  wage: number | null;
  /** From 1. */
  page: number;
}

export interface FoundOccupations {
  cards: OccupationCard[];
  total: number;
  page: number;
  pages: number;
}

const PAGE_SIZE = 40;

export function findOccupations(catalogue: Catalogue, query: OccupationQuery): FoundOccupations {
  const words = query.words.trim();
  const candidates = words === '' ? catalogue.occupations.map(asIs) : byWords(catalogue, words);
  const fitting = candidates.filter(({ occupation }) => fits(occupation, catalogue.facts, query));
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page), pages);
  return {
    cards: fitting
      .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map(({ occupation, via }) => cardOf(occupation, via)),
    total: fitting.length,
    page,
    pages,
  };
}

const asIs = (occupation: PublicOccupation) => ({ occupation, via: null as string | null });

function byWords({ index, occupations }: Catalogue, words: string) {
  const byCode = new Map(occupations.map((each) => [each.code, each]));
  return index.search(words, occupations.length).flatMap(({ entry, via }) => {
    const occupation = byCode.get(entry.code);
    return occupation ? [{ occupation, via }] : [];
  });
}

/** What is not published does not fit a filter on it: nobody can say that it does. */
function fits(
  { code, sector }: PublicOccupation,
  facts: Catalogue['facts'],
  query: OccupationQuery,
): boolean {
  const known = facts.get(code);
  const isAtLeast = (value: number | null | undefined, least: number | null): boolean =>
    least === null || (value ?? -Infinity) >= least;
  return (
    (query.sector === null || sector === query.sector) &&
    (query.education === null || known?.education === query.education) &&
    isAtLeast(known?.openings, query.openings) &&
    isAtLeast(known?.wage, query.wage)
  );
}
