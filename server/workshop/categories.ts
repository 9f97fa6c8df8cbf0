/** Categories occupations can stand in: those their codes give, and the room's own. */
import { visibleEntries } from './entries.ts';
import { focusOccupations, titleOf } from './options.ts';
import type { WorkshopState } from './state.ts';
import { categoryOf } from './tally/choices.ts';

export interface Category {
  id: string;
  title: string;
}

/** Groups that hold something, and the room's own even while they are empty. */
export function categories(state: WorkshopState): Category[] {
  const byId = new Map<string, Category>();
  for (const occupation of focusOccupations(state)) {
    const given = state.deck.cards[occupation]?.group ?? { id: 'other', title: 'Not in the code list yet' };
    byId.set(given.id, given);
    const placed = categoryOf(state, occupation);
    byId.set(placed.id, placed);
  }
  for (const entry of visibleEntries(state, 'category'))
    byId.set(entry.id, { id: entry.id, title: entry.label });
  return [...byId.values()];
}

export function placedOccupations(state: WorkshopState): { id: string; title: string; category: string }[] {
  return focusOccupations(state).map((id) => ({
    id,
    title: titleOf(state, id),
    category: categoryOf(state, id).id,
  }));
}
