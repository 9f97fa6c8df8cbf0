/** The tallies of a workshop as rows for revision and export: aggregates of closed questions only (V5), every item named (U6). */
import type { Tallies } from '../lmi/tallies.ts';
import { criticalVoteRows } from './critical-votes.ts';
import { choiceRows } from './record/choice-rows.ts';
import { closedOnly } from './record/closed-only.ts';
import { gapRows, preferenceRows } from './record/list-rows.ts';
import { mapRows } from './record/map-rows.ts';
import type { WorkshopState } from './state.ts';

export function talliesOf(state: WorkshopState): Tallies {
  const closed = closedOnly(state);
  return {
    critical: criticalVoteRows(closed),
    gaps: gapRows(closed),
    preferences: preferenceRows(closed),
    ...mapRows(closed),
    choices: choiceRows(closed),
  };
}
