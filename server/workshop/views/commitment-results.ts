import type { ContentOf } from '../../../src/lib/protocol/views/content.ts';
import { COMMITMENTS } from '../default-guide.ts';
import { publicName } from '../consent.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { commitmentTallies } from '../tally/choices.ts';

/** Firms a commitment; names only of those who allow it. What was promised in words, and contacts, stay with staff. */
export function commitmentResults(
  state: WorkshopState,
  round: RoundState,
  now: number,
): NonNullable<ContentOf<'commitment'>['results']>['commitments'] {
  return commitmentTallies(
    state,
    round,
    COMMITMENTS.map(({ id }) => id),
  ).map(({ commitment, firms, people }) => ({
    commitment,
    label: COMMITMENTS.find(({ id }) => id === commitment)?.label ?? commitment,
    firms,
    named: people.map((person) => publicName(state, person, 'named', now)).filter((name) => name !== null),
  }));
}
