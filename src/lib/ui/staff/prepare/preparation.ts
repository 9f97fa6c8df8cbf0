import type { WorkshopSetup } from '#lib/protocol/commands/staff.ts';
import type { Guide } from '#lib/protocol/guide.ts';

export type SetupPathway = WorkshopSetup['pathways'][number];

/** An occupation to choose from, with what one filters by. */
export interface Candidate {
  code: string;
  title: string;
  aliases: string[];
  group: string;
  wage: { shown: string; order: number | null } | null;
  openings: { shown: string; order: number | null } | null;
  education: string | null;
}

/** What a dataset gives a preparation. */
export interface Preparation {
  occupations: Candidate[];
  pathways: SetupPathway[];
  /** The guide Plumbline ships, to put back what was trimmed. */
  shipped: Guide;
}
