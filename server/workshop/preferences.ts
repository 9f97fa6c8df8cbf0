/** What can be preferred: programs that lead to the occupations in question, channels and practices, and what the room added. */
import { RECRUITMENT_PRACTICES, TALENT_CHANNELS } from './default-guide.ts';
import { visibleEntries } from './entries.ts';
import { focusOccupations } from './options.ts';
import type { WorkshopState } from './state.ts';

export interface PreferenceEntry {
  id: string;
  kind: 'program' | 'talent' | 'practice';
  label: string;
  /** Provider and credential of a program. */
  detail: string | null;
  added: boolean;
}

/** Programs are offered by completions, largest first, at most this many an occupation. */
const PROGRAMS_EACH = 6;

export function preferenceEntries(state: WorkshopState): PreferenceEntry[] {
  const known = [
    ...programs(state),
    ...TALENT_CHANNELS.map((entry) => fixed('talent', entry)),
    ...RECRUITMENT_PRACTICES.map((entry) => fixed('practice', entry)),
  ];
  const added = (['program', 'talent', 'practice'] as const).flatMap((kind) =>
    visibleEntries(state, kind).map((entry) => ({
      id: entry.id,
      kind,
      label: entry.label,
      detail: null,
      added: true,
    })),
  );
  return [...known, ...added];
}

const fixed = (kind: 'talent' | 'practice', entry: { id: string; label: string }): PreferenceEntry => ({
  ...entry,
  kind,
  detail: null,
  added: false,
});

function programs(state: WorkshopState): PreferenceEntry[] {
  const byId = new Map<string, PreferenceEntry>();
  for (const occupation of focusOccupations(state)) {
    const leading = [...(state.deck.cards[occupation]?.programs ?? [])].sort(
      (a, b) => (b.completions ?? 0) - (a.completions ?? 0) || a.id.localeCompare(b.id, 'en'),
    );
    for (const program of leading.slice(0, PROGRAMS_EACH))
      byId.set(program.id, {
        id: program.id,
        kind: 'program',
        label: program.title,
        detail: `${program.provider}, ${program.credential}`,
        added: false,
      });
  }
  return [...byId.values()];
}
