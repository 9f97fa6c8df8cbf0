/** What is asked of every revision again and again, kept so that none has to be read whole for it. */
import { summaryOf } from '../lmi/revision.ts';
import type { Revision, RevisionSummary } from '../lmi/revision.ts';

export interface RevisionFacts {
  summary: RevisionSummary;
  /** The replay it came from. */
  replay: string | null;
  attributedUntil: string | null;
  /** Every workshop of which it holds words: its own, and those whose adjustments it carries or replayed. */
  workshops: string[];
}

export function factsOf(whole: Revision): RevisionFacts {
  const { workshop, carried, replay, attributedUntil = null } = whole;
  const spoken = [...carried, ...(replay?.results ?? []).map(({ adjustment }) => adjustment)];
  return {
    summary: summaryOf(whole),
    replay: replay?.id ?? null,
    attributedUntil,
    workshops: [...new Set([...(workshop ? [workshop.id] : []), ...spoken.map((each) => each.workshop)])],
  };
}
