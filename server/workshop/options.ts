/** Options of the critical ballot, and the occupations the later activities are about. */
import { mergedId, visibleEntries } from './entries.ts';
import type { WorkshopState } from './state.ts';

export interface Option {
  /** Occupation code; the nomination's own id while nobody has matched a write-in. */
  id: string;
  title: string;
  matched: boolean;
}

/** A nomination's id or a code, as the option it stands for now: a write-in that was matched counts for its code. */
export function optionOf(state: WorkshopState, id: string): string {
  const entry = state.entries[mergedId(state, id)];
  return entry ? (entry.code ?? entry.id) : id;
}

export function titleOf(state: WorkshopState, id: string): string {
  const option = optionOf(state, id);
  return state.deck.cards[option]?.title ?? state.entries[option]?.label ?? option;
}

/** Short-list first, then what was nominated beside it, each once. */
export function ballotOptions(state: WorkshopState): Option[] {
  const ids = new Set(state.setup.shortlist);
  for (const entry of visibleEntries(state, 'nomination')) ids.add(entry.code ?? entry.id);
  return [...ids].map((id) => ({
    id,
    title: titleOf(state, id),
    matched: state.deck.cards[id] !== undefined,
  }));
}

/** The occupations in question: the critical ones once revealed; before, the first of the short-list. */
export function focusOccupations(state: WorkshopState): string[] {
  if (state.critical.length > 0) return [...new Set(state.critical.map((id) => optionOf(state, id)))];
  const keep = state.setup.guide.find((activity) => activity.kind === 'critical')?.choose?.keep ?? 5;
  return state.setup.shortlist.slice(0, keep);
}
