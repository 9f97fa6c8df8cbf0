/** Entries of the room's lists: which of them the room may see, and which stand for others. */
import type { EntryKind } from '../../src/lib/protocol/entries.ts';
import type { Entry, WorkshopState } from './state.ts';

/** Held for a competition warning until a facilitator releases it (C2). */
export const isHeld = (entry: Entry): boolean => entry.warning !== null && !entry.released;
export const isVisible = (entry: Entry): boolean =>
  !entry.hidden && !entry.withdrawn && !isHeld(entry) && entry.mergedInto === null;

export function entriesOf(state: WorkshopState, kind: EntryKind): Entry[] {
  return Object.values(state.entries).filter((entry) => entry.kind === kind);
}
export function visibleEntries(state: WorkshopState, kind: EntryKind): Entry[] {
  return entriesOf(state, kind).filter(isVisible);
}

/** Follows merges from an entry's id to the id that counts; ids that are no entries (known skills, programs) stand for themselves. */
export function mergedId(state: WorkshopState, id: string): string {
  let current = id;
  for (let next = state.entries[current]?.mergedInto; next; next = state.entries[current]?.mergedInto)
    current = next;
  return current;
}

export const normalLabel = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(\p{L}{3,})s\b/gu, '$1');

/** Another visible entry of the same kind and occupation that says the same. */
export function similarEntry(state: WorkshopState, entry: Entry): string | null {
  const label = normalLabel(entry.label);
  const other = visibleEntries(state, entry.kind).find(
    (candidate) =>
      candidate.id !== entry.id &&
      candidate.occupation === entry.occupation &&
      normalLabel(candidate.label) === label,
  );
  return other?.id ?? null;
}
