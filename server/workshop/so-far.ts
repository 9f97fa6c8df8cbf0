import { withoutComments } from '../lmi/erased-revision.ts';
import type { SoFar } from '../lmi/so-far.ts';
import { proposeAdjustments } from './proposals.ts';
import { proceedingsOf } from './proceedings.ts';
import { closedOnly } from './record/closed-only.ts';
import { startingPathways } from './starting-pathways.ts';
import type { WorkshopState } from './state.ts';
import { talliesOf } from './tallies.ts';

/** What `exportSoFarZip` writes: of closed questions only, whatever is going on in the room (U6, V5). */
export function soFarOf(state: WorkshopState, now: number): SoFar {
  const { id, code, rehearsal, setup } = state;
  const decided = Object.values(state.adjustments);
  return {
    workshop: { id, code, title: setup.title, sector: setup.sector, region: setup.region, rehearsal },
    adjustments: (decided.length > 0 ? decided : proposeAdjustments(closedOnly(state))).map(withoutComments),
    drafts: startingPathways(state),
    tallies: talliesOf(state),
    proceedings: proceedingsOf(state, now),
    writtenAt: new Date(now).toISOString(),
  };
}
