/** Everything anyone may read of one revision. What is not named here is not public (R7): no name, no comment, no single answer. */
import type { Dataset } from '../dataset.ts';
import { own } from '../own.ts';
import { SupplyReader } from '../supply.ts';
import type { Revision } from '../revision.ts';
import { backings } from './backing.ts';
import type { Backing } from './backing.ts';
import { editionOf } from './edition.ts';
import type { Edition } from './edition.ts';
import { publicOccupationOf } from './public-occupation.ts';
import type { PublicOccupation } from './public-occupation.ts';
import { publicPathwayOf } from './public-pathway.ts';
import type { PublicPathway } from './public-pathway.ts';

/** Where else firms find people, and how they recruit. */
export interface PublicPreference {
  kind: 'program' | 'talent' | 'practice';
  label: string;
  backing: Backing | null;
}

export interface PublicEdition {
  edition: Edition;
  occupations: Map<string, PublicOccupation>;
  pathways: Map<string, PublicPathway>;
  preferences: PublicPreference[];
}

/** `groupOf`: the category that a code gives, for occupations the room placed in none. */
export function publicEdition(
  revision: Revision,
  dataset: Dataset,
  groupOf: (code: string) => string,
): PublicEdition {
  const { state } = revision;
  const behind = backings([...revision.carried, ...revision.adjustments]);
  const listed = new Map(dataset.occupations.map((each) => [each.code, each]));
  const skills = Map.groupBy(dataset.skills, ({ occupation }) => occupation);
  const supply = new SupplyReader(dataset);
  const preferred = new Map(
    Object.entries(state.preferences).flatMap(([id, { adjustment }]) => {
      const stands = behind.get(adjustment);
      return stands ? [[id, stands] as const] : [];
    }),
  );
  const edition = editionOf(revision);
  // Several providers teach under the same title.
  const named = new Map(dataset.programs.map(({ id, title, provider }) => [id, `${title}, ${provider}`]));
  const sectorOf = (code: string): string => own(state.occupations, code)?.category?.title ?? groupOf(code);
  const occupations = Object.entries(state.occupations).map(([code, occupation]) =>
    publicOccupationOf(code, listed.get(code), occupation, {
      dataset,
      edition,
      behind,
      sector: sectorOf(code),
      hasPathway: own(state.pathways, code) !== undefined,
      skills: skills.get(code) ?? [],
      supply,
      preferred,
    }),
  );
  return {
    edition,
    occupations: new Map(occupations.map((each) => [each.code, each])),
    pathways: new Map(
      Object.entries(state.pathways).map(([code, pathway]) => [
        code,
        publicPathwayOf(code, sectorOf(code), pathway, behind),
      ]),
    ),
    preferences: Object.entries(state.preferences).map(([id, { kind, label, decided, adjustment }]) => ({
      kind: kind === 'talent' || kind === 'practice' ? kind : 'program',
      label: decided === null || decided === 'preferred' ? (named.get(id) ?? label) : decided,
      backing: behind.get(adjustment) ?? null,
    })),
  };
}
