/** C3: a name is shown only with its owner's consent, and only while it is valid. */
import { firmOf, personOf } from './firms.ts';
import type { Participant, WorkshopState } from './state.ts';

export function allows(person: Participant, what: 'named' | 'quoted', now: number): boolean {
  return person.consent !== null && person.consent[what] && now < person.consent.until;
}

/** "Ana Lima, Ajax Plumbing", or null. */
export function publicName(
  state: WorkshopState,
  participant: string | null,
  what: 'named' | 'quoted',
  now: number,
): string | null {
  const person = participant === null ? undefined : personOf(state, participant);
  return person && allows(person, what, now)
    ? `${person.profile.name}, ${firmOf(state, person.firm)?.name ?? person.profile.organisation}`
    : null;
}
