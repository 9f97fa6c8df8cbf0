/** Which profiles may read a file: all, what staff said before what Plumbline knows by itself; or the one that is named. */
import { sourceProfiles } from '../profiles.ts';
import type { SourceProfile } from '../source-profile.ts';
import { mappedProfile } from './mapped-profile.ts';
import type { ImportProfile } from './mapping.ts';

/** A mapping is named as staff named it, or by its id. Throws with the names there are. */
export function profilesFor(named: string | null, mappings: readonly ImportProfile[]): SourceProfile[] {
  if (named === null) return [...mappings.map(mappedProfile), ...sourceProfiles];
  const mapping = mappings.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase());
  if (mapping) return [mappedProfile(mapping)];
  const found = sourceProfiles.find(({ id }) => id === named);
  if (found) return [found];
  const known = [...sourceProfiles.map(({ id }) => id), ...mappings.map(({ name }) => `"${name}"`)].join(
    ', ',
  );
  throw new Error(`There is no profile "${named}". Known are: ${known}.`);
}
