import type { Adjustment } from './adjustment.ts';
import type { DraftPathway } from './pathway.ts';
import type { Proceedings } from './proceedings.ts';
import type { Revision } from './revision.ts';
import type { Tallies } from './tallies.ts';

/** A workshop as far as it has come: aggregates of what is closed, nothing of what is open (U6, V5). */
export interface SoFar {
  workshop: Revision['workshop'];
  adjustments: Adjustment[];
  drafts: DraftPathway[];
  tallies: Tallies;
  proceedings: Proceedings;
  writtenAt: string;
}
