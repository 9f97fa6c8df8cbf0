import { blsProjections } from './bls-projections.ts';
import { plumblineLong } from './plumbline-long.ts';
import { plumblineWide } from './plumbline-wide.ts';
import { cipSoc } from './published/cip-soc.ts';
import { cpsHousehold } from './published/cps-household.ts';
import { inDemand } from './published/in-demand.ts';
import { ipedsCompletions } from './published/ipeds-completions.ts';
import { ipedsInstitutions } from './published/ipeds-institutions.ts';
import { ncesCip } from './published/nces-cip.ts';
import { nocStructure } from './published/noc-structure.ts';
import { occupationList } from './published/occupation-list.ts';
import { oews } from './published/oews.ts';
import { onetJobZones } from './published/onet-job-zones.ts';
import { onetRelated } from './published/onet-related.ts';
import { onetSkills } from './published/onet-skills.ts';
import { onetTitles } from './published/onet-titles.ts';
import { warnNotices } from './published/warn-notices.ts';
import type { SourceProfile } from './source-profile.ts';

/** In the order they are asked whether a header is theirs. */
export const sourceProfiles: readonly SourceProfile[] = [
  blsProjections,
  oews,
  cpsHousehold,
  onetSkills,
  onetJobZones,
  onetRelated,
  onetTitles,
  occupationList,
  ncesCip,
  cipSoc,
  ipedsCompletions,
  ipedsInstitutions,
  nocStructure,
  warnNotices,
  inDemand,
  plumblineLong,
  plumblineWide,
];
