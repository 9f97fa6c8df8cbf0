import type { Stage } from '../../src/lib/protocol/roles.ts';
import { retainedUntil } from '../workshop/retention.ts';
import { firmsPresent, people } from '../workshop/firms.ts';
import type { WorkshopState } from '../workshop/state.ts';

/** One line of the list of workshops. */
export interface WorkshopSummary {
  id: string;
  code: string;
  title: string;
  sector: string;
  region: string;
  stage: Stage;
  rehearsal: boolean;
  createdAt: number;
  people: number;
  firms: number;
  revision: { id: string; number: number } | null;
  /** While a published workshop holds personal data: until when it may (C5). */
  retainedUntil: number | null;
}

export function summaryOf(state: WorkshopState): WorkshopSummary {
  return {
    id: state.id,
    code: state.code,
    title: state.setup.title,
    sector: state.setup.sector,
    region: state.setup.region,
    stage: state.stage,
    rehearsal: state.rehearsal,
    createdAt: state.createdAt,
    people: people(state).length,
    firms: firmsPresent(state).length,
    revision: state.revision && { ...state.revision },
    retainedUntil: retainedUntil(state),
  };
}
