/** Who was there: in counts, and by name only those who allow it, while that is valid (C3). */
import { sizeBand } from '../../../src/lib/protocol/people.ts';
import type { Proceedings } from '../../lmi/proceedings.ts';
import { allows } from '../consent.ts';
import { employers, firmOf, firmsPresent, people } from '../firms.ts';
import type { Participant, WorkshopState } from '../state.ts';

export function attendanceOf(state: WorkshopState, now: number): Proceedings['attendance'] {
  const everyone = people(state);
  const firms = firmsPresent(state);
  const employed = employers(state);
  const { quorum } = state.setup.rule;
  return {
    firms: firms.length,
    employers: employed.length,
    observers: everyone.length - employed.length,
    quorum,
    belowQuorum: firms.length < quorum,
    groundRulesAcknowledged: everyone.filter(({ groundRulesAt }) => groundRulesAt !== null).length,
    sizeBands: sizeBand.options
      .map((band) => ({
        band,
        firms: firmsWith(state, employed, ({ profile }) => profile.sizeBand === band),
      }))
      .filter((one) => one.firms > 0),
    subSectors: [...new Set(employed.map(({ profile }) => profile.subSector).filter((name) => name !== null))]
      .sort()
      .map((name) => ({
        name,
        firms: firmsWith(state, employed, ({ profile }) => profile.subSector === name),
      })),
    named: everyone
      .filter((person) => allows(person, 'named', now))
      .map(({ profile, firm }) => ({
        name: profile.name,
        organisation: firmOf(state, firm)?.name ?? profile.organisation,
        jobTitle: profile.jobTitle,
        role: profile.role,
      })),
  };
}

function firmsWith(
  state: WorkshopState,
  employed: readonly Participant[],
  fits: (person: Participant) => boolean,
): number {
  return new Set(employed.filter(fits).map(({ firm }) => firmOf(state, firm)?.id)).size;
}
