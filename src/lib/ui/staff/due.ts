/** What staff should do next with a workshop, and where. */
import type { Stage } from '#lib/protocol/roles.ts';
import type { WorkshopSummary } from './types.ts';

export interface Due {
  workshop: WorkshopSummary;
  kind: Exclude<Stage, 'published'>;
}

const URGENCY: readonly Stage[] = ['running', 'open', 'review', 'closed', 'draft'];

/** The most pressing first; a rehearsal asks for nothing. */
export function dueOf(workshops: readonly WorkshopSummary[]): Due[] {
  return workshops
    .flatMap((workshop): Due[] =>
      workshop.stage === 'published' || workshop.rehearsal ? [] : [{ workshop, kind: workshop.stage }],
    )
    .sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind));
}
