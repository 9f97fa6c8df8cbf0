import type { ContentOf } from '../../../src/lib/protocol/views/content.ts';
import { preferenceEntries } from '../preferences.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { preferenceTallies } from '../tally/choices.ts';
import { countOf } from '../tally/turnout.ts';

/** Programs, talent sources and practices in the order of the firms that prefer them; nobody by name. */
export function preferenceResults(
  state: WorkshopState,
  round: RoundState,
): NonNullable<ContentOf<'preference'>['results']> {
  const tallies = preferenceTallies(state, round);
  return {
    count: countOf(state, round),
    entries: preferenceEntries(state)
      .map(({ id, kind, label }) => ({
        id,
        kind,
        label,
        firms: tallies.get(id)?.firms ?? 0,
        people: tallies.get(id)?.people ?? 0,
      }))
      .sort((a, b) => b.firms - a.firms || b.people - a.people || a.label.localeCompare(b.label, 'en')),
  };
}
