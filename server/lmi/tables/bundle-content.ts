import type { Adjustment } from '../adjustment.ts';
import type { Contributor } from '../contributor.ts';
import type { Dataset } from '../dataset.ts';
import type { EffectiveState } from '../effective-state.ts';
import type { ReplayRecord } from '../replay/replay-record.ts';
import type { Tallies } from '../tallies.ts';

/** What the tables of a bundle are made from: of a revision, or of a workshop so far. */
export interface BundleContent {
  dataset: Dataset;
  state: EffectiveState;
  adjustments: readonly Adjustment[];
  /** Adjustments of earlier revisions still in force. */
  carried: readonly Adjustment[];
  tallies: Tallies;
  contributors?: readonly Contributor[] | undefined;
  replay?: ReplayRecord | undefined;
}
