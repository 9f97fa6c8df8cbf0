/** C3: who stands named in a published revision today, and until when a copy elsewhere may name them too. */
import { attributedNow } from '../lmi/attributed-now.ts';
import type { NamedNow } from '../lmi/attributed-now.ts';
import { erasedProceedings } from '../lmi/erased-proceedings.ts';
import type { Revision } from '../lmi/revision.ts';
import { proceedingsOf } from '../workshop/proceedings.ts';
import type { WorkshopState } from '../workshop/state.ts';

export interface Attributed {
  revision: Revision;
  /** The first day on which one of those named no longer agrees to be; null where nobody is named. */
  until: string | null;
}

/** Who agrees to be named today, as far as a revision of the workshop can ask. */
export interface Standing {
  named: NamedNow;
  until: string | null;
}

export function standingOf(state: WorkshopState, now: number): Standing {
  const { attendance, quotes, commitments } = proceedingsOf(state, now);
  return {
    named: { attendance: { named: attendance.named }, quotes, commitments },
    until: firstEnd(state, now),
  };
}

/** `standing`: of its workshop; null when that is not on this machine. */
export function attributed(frozen: Revision, standing: Standing | null, now: number): Attributed {
  const { attributedUntil = null, ...revision } = frozen;
  if (!revision.proceedings) return { revision, until: null };
  if (standing) {
    const proceedings = attributedNow(revision.proceedings, standing.named);
    return { revision: { ...revision, proceedings }, until: standing.until };
  }
  if (attributedUntil !== null && now < Date.parse(attributedUntil)) {
    return { revision, until: attributedUntil };
  }
  return { revision: { ...revision, proceedings: attributedNow(revision.proceedings, null) }, until: null };
}

/** What an imported revision keeps when the day is over: as after an erasure (C5). */
export function withoutExpired(frozen: Revision, now: number): Revision | null {
  const { attributedUntil, proceedings } = frozen;
  if (!attributedUntil || !proceedings || now < Date.parse(attributedUntil)) return null;
  return { ...frozen, attributedUntil: null, proceedings: erasedProceedings(proceedings) };
}

function firstEnd(state: WorkshopState, now: number): string | null {
  const ends = Object.values(state.participants).flatMap(({ consent }) =>
    consent && (consent.named || consent.quoted) && now < consent.until ? [consent.until] : [],
  );
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString();
}
