import type { ContentOf } from '../../../src/lib/protocol/views/content.ts';
import { mergedId, visibleEntries } from '../entries.ts';
import { optionOf } from '../options.ts';
import { publicName } from '../consent.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { reasonTallies } from '../tally/choices.ts';
import { countOf } from '../tally/turnout.ts';

/** Reasons in counts, comments in their themes; an author only by valid consent (C3). */
export function reasonResults(
  state: WorkshopState,
  round: RoundState,
  now: number,
): NonNullable<ContentOf<'reason'>['results']> {
  return {
    count: countOf(state, round),
    reasons: reasonTallies(state, round),
    themes: visibleEntries(state, 'theme').map(({ id, label, occupation }) => ({
      id,
      label,
      occupation: occupation === null ? null : optionOf(state, occupation),
    })),
    comments: visibleEntries(state, 'comment').map((entry) => ({
      id: entry.id,
      occupation: entry.occupation === null ? null : optionOf(state, entry.occupation),
      text: entry.label,
      theme: entry.theme === null ? null : mergedId(state, entry.theme),
      author: publicName(state, entry.by, 'quoted', now),
    })),
  };
}
