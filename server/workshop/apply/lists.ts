/** Events of the room's lists and of its map. */
import { pathwayMap } from '../pathway-map.ts';
import type { EventType } from '../events.ts';
import type { PathwayMap, WorkshopState } from '../state.ts';
import type { Reducers } from './room.ts';

function mapAt(state: WorkshopState, pathway: string): PathwayMap {
  return (state.maps[pathway] ??= pathwayMap(state, pathway));
}

export const listReducers = {
  cardsAdded(state, event) {
    for (const card of event.cards) state.deck.cards[card.code] ??= card;
  },
  entryAdded(state, event) {
    state.entries[event.entry.id] = { ...event.entry };
  },
  entryWithdrawn(state, event) {
    const entry = state.entries[event.entry];
    if (entry) entry.withdrawn = event.withdrawn;
  },
  entryHidden(state, event) {
    const entry = state.entries[event.entry];
    if (entry) entry.hidden = event.hidden;
  },
  entryReleased(state, event) {
    const entry = state.entries[event.entry];
    if (entry) entry.released = event.released;
  },
  entriesMerged(state, event) {
    for (const id of event.entries) {
      const entry = state.entries[id];
      if (entry && id !== event.into) entry.mergedInto = event.into;
    }
  },
  entryRenamed(state, event) {
    const entry = state.entries[event.entry];
    if (entry) entry.label = event.label;
  },
  entryMatched(state, event) {
    const entry = state.entries[event.entry];
    if (entry) Object.assign(entry, { code: event.code, label: event.label });
    if (event.card) state.deck.cards[event.card.code] ??= event.card;
  },
  entryThemed(state, event) {
    const entry = state.entries[event.entry];
    if (entry) entry.theme = event.theme;
  },
  categoryPlaced(state, event) {
    if (event.category === null) delete state.placements[event.occupation];
    else state.placements[event.occupation] = event.category;
  },
  stepPut(state, event) {
    mapAt(state, event.pathway).steps[event.step.id] = { ...event.step };
  },
  transitionPut(state, event) {
    mapAt(state, event.pathway).transitions[event.transition.id] = { ...event.transition };
  },
  mapAdopted(state, event) {
    const map = mapAt(state, event.pathway);
    map.adopted = event.adopted;
    for (const { id, level, row } of event.steps) {
      const step = map.steps[id];
      if (step) Object.assign(step, { level, row });
    }
  },
  proposalMade(state, event) {
    state.proposals[event.proposal.id] = { ...event.proposal };
  },
  proposalSettled(state, event) {
    const proposal = state.proposals[event.proposal];
    if (proposal) proposal.status = event.status;
  },
} satisfies Partial<Reducers<EventType>>;
