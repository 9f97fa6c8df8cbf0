import { blsProjections } from './bls-projections.ts';
import { plumblineLong } from './plumbline-long.ts';
import { plumblineWide } from './plumbline-wide.ts';
import type { SourceProfile } from './source-profile.ts';

/** In the order they are asked whether a header is theirs. */
export const sourceProfiles: readonly SourceProfile[] = [blsProjections, plumblineLong, plumblineWide];
