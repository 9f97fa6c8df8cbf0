/**
 * The next release of a dataset: an earlier release and a newly read file together. The earlier release stays as it is (A1).
 * A file of the same kind takes the place of the earlier one: its figures of the same area and measure, and its other parts.
 * Everything else stands. Occupations keep the title they had and gain names.
 */
import type { Dataset, Occupation } from './dataset.ts';

export interface Added {
  to: { id: string; title: string };
  occupations: number;
  observations: number;
  /** Figures of an earlier file of the same kind that the new ones take the place of. */
  replaced: number;
}

export function combine(base: Dataset, read: Dataset): { dataset: Dataset; added: Added } {
  const profiles = new Map(base.sources.map(({ id, profile }) => [id, profile]));
  const ofSameKind = new Set(read.sources.map(({ profile }) => profile).filter((name) => name !== undefined));
  const isSameKind = (source: string): boolean => {
    const profile = profiles.get(source);
    return profile !== undefined && ofSameKind.has(profile);
  };
  const newPlaces = new Set(read.observations.map(({ area, measure }) => `${area}|${measure}`));
  const newIds = new Set(read.observations.map(({ id }) => id));
  const standing = base.observations.filter(
    ({ id, source, area, measure }) =>
      !newIds.has(id) && !(isSameKind(source) && newPlaces.has(`${area}|${measure}`)),
  );
  const part = <T extends { source: string }>(
    before: readonly T[],
    now: readonly T[],
    key: (one: T) => string,
  ): T[] => {
    if (now.length === 0) return [...before];
    const keys = new Set(now.map(key));
    return [...before.filter((one) => !isSameKind(one.source) && !keys.has(key(one))), ...now];
  };
  const occupations = joinOccupations(base.occupations, read.occupations);
  const combined: Dataset = {
    ...base,
    id: read.id,
    createdAt: read.createdAt,
    follows: base.id,
    release: releaseName(base, read),
    occupations,
    observations: [...standing, ...read.observations],
    skills: part(base.skills, read.skills, ({ occupation, id }) => `${occupation} ${id}`),
    programs: part(base.programs, read.programs, ({ id }) => id),
    relatedOccupations: part(
      base.relatedOccupations,
      read.relatedOccupations,
      ({ occupation, related }) => `${occupation} ${related}`,
    ),
    fieldsOfStudy: part(base.fieldsOfStudy, read.fieldsOfStudy, ({ cip }) => cip),
    providers: part(base.providers, read.providers, ({ id }) => id),
    crosswalk: part(base.crosswalk, read.crosswalk, ({ cip, occupation }) => `${cip} ${occupation}`),
    hiringEvents: part(base.hiringEvents, read.hiringEvents, ({ id }) => id),
    sources: [],
  };
  const sources = sourcesOf(combined, base, read);
  const added = {
    to: { id: base.id, title: base.title },
    occupations: occupations.length - base.occupations.length,
    observations: read.observations.length,
    replaced: base.observations.length - standing.length,
  };
  return { dataset: { ...combined, sources }, added };
}

function releaseName(base: Dataset, read: Dataset): string {
  const titles = base.release.split('; ');
  return titles.includes(read.release) ? base.release : `${base.release}; ${read.release}`;
}

function joinOccupations(before: readonly Occupation[], now: readonly Occupation[]): Occupation[] {
  const joined = new Map(before.map((one) => [one.code, one]));
  for (const one of now) {
    const known = joined.get(one.code);
    joined.set(
      one.code,
      known ? { ...known, ...described(one), aliases: union(known.aliases, one.aliases) } : one,
    );
  }
  return [...joined.values()];
}

function described({ description }: Occupation): Pick<Occupation, 'description'> {
  return description === undefined ? {} : { description };
}

function union(before: readonly string[], now: readonly string[]): string[] {
  return [...new Set([...before, ...now])];
}

/** Those that something of the release still comes from, and all of the file just read. */
function sourcesOf(combined: Dataset, base: Dataset, read: Dataset): Dataset['sources'] {
  const {
    observations,
    skills,
    programs,
    relatedOccupations,
    fieldsOfStudy,
    providers,
    crosswalk,
    hiringEvents,
  } = combined;
  const parts = [
    observations,
    skills,
    programs,
    relatedOccupations,
    fieldsOfStudy,
    providers,
    crosswalk,
    hiringEvents,
  ];
  const used = new Set(parts.flatMap((part) => part.map(({ source }) => source)));
  const now = new Set(read.sources.map(({ id }) => id));
  // A source of names and descriptions has no part of its own, and stays unless the same kind of file came again.
  const kinds = new Set(read.sources.map(({ profile }) => profile));
  const stays = base.sources.filter(
    ({ id, profile }) => !now.has(id) && (used.has(id) || !kinds.has(profile)),
  );
  return [...stays, ...read.sources];
}
