/** At the close, what the room said becomes proposals by declared rules (A2): staff decide, nothing here changes a figure. */
import type { Adjustment } from '../lmi/adjustment.ts';
import type { WorkshopState } from './state.ts';
import { categoryProposals } from './proposals/categories.ts';
import { criticalProposals } from './proposals/critical.ts';
import { figureProposals } from './proposals/figures.ts';
import { gapProposals } from './proposals/gaps.ts';
import { mapProposals } from './proposals/map.ts';
import { preferenceProposals } from './proposals/preferences.ts';

export function proposeAdjustments(state: WorkshopState): Adjustment[] {
  return [
    ...figureProposals(state),
    ...criticalProposals(state),
    ...categoryProposals(state),
    ...gapProposals(state),
    ...mapProposals(state),
    ...preferenceProposals(state),
  ];
}
