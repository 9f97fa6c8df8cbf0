/** What the public pages may ask. Everything here has been published by a revision; nobody's name is in it. Types only. */
import type { Edition, PublicSource } from '../lmi/public/edition.ts';
import type { OccupationCard } from '../lmi/public/occupation-card.ts';
import type { FoundOccupations, OccupationQuery } from '../lmi/public/occupation-search.ts';
import type { PathwayCard } from '../lmi/public/pathway-card.ts';
import type { PublicPreference } from '../lmi/public/public-edition.ts';
import type { PublicFigure } from '../lmi/public/public-figure.ts';
import type { PublicOccupation } from '../lmi/public/public-occupation.ts';
import type { PublicPathway } from '../lmi/public/public-pathway.ts';
import type { RelatedOccupation } from '../lmi/public/related-occupations.ts';

export interface ExploreFront {
  editions: Edition[];
  critical: OccupationCard[];
  pathways: PathwayCard[];
  preferences: PublicPreference[];
  sources: PublicSource[];
  occupations: number;
  sectors: string[];
  educations: string[];
}

export interface OccupationShown {
  occupation: PublicOccupation;
  /** In a few plain sentences. */
  plain: string[];
  /** By measure: the figure that leads. */
  leading: Record<string, PublicFigure>;
  pathway: PublicPathway | null;
  related: RelatedOccupation[];
  /** Other revisions that say something of the same code. */
  others: Edition[];
}

export interface PathwayShown {
  pathway: PublicPathway;
  edition: Edition;
  /** Codes of its steps that have a page of their own. */
  known: string[];
}

export interface Explore {
  /** Changes whenever anything published changes; null before the first revision. */
  version(): Promise<string | null>;
  front(): Promise<ExploreFront | null>;
  find(query: OccupationQuery): Promise<FoundOccupations | null>;
  /** `dataset`: as the revision on this dataset says it; else the newest word. */
  occupation(code: string, dataset?: string | null): Promise<OccupationShown | null>;
  pathways(): Promise<PathwayCard[]>;
  pathway(code: string): Promise<PathwayShown | null>;
  /** Of every page worth finding: codes of occupations and of pathways. */
  codes(): Promise<{ occupations: string[]; pathways: string[]; on: string | null }>;
}
