import type { DraftPathway } from '../lmi/pathway.ts';
import { focusOccupations, titleOf } from './options.ts';
import { startMap } from './pathway-map.ts';
import type { WorkshopState } from './state.ts';

/** The maps the room started from, for the occupations in question: what its changes and votes are about. */
export function startingPathways(state: WorkshopState): DraftPathway[] {
  return focusOccupations(state).map(
    (occupation) => state.deck.pathways[occupation] ?? startedFromPrograms(state, occupation),
  );
}

function startedFromPrograms(state: WorkshopState, occupation: string): DraftPathway {
  const title = titleOf(state, occupation);
  const { steps, transitions } = startMap(state.deck, occupation, title);
  return {
    id: `pathway-${occupation}`,
    occupation,
    title,
    steps: Object.values(steps).map(({ id, kind, label, code, side, level, row }) => ({
      id,
      kind,
      label,
      code,
      side,
      level,
      row,
    })),
    transitions: Object.values(transitions).map(({ id, from, to, kind, months }) => ({
      id,
      from,
      to,
      kind,
      months,
    })),
    note: 'Started from the programs that lead to the occupation.',
  };
}
