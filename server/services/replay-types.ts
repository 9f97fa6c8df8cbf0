/** What the pages may ask about replays (A4) and about workshops that disagree. Types only. */
import type { Disagreement } from '../lmi/disagreement.ts';
import type { Replayed } from '../lmi/replay/replayed.ts';
import type { Settlement, SettlementDecision } from '../lmi/replay/settlement.ts';
import type { StaffSession } from './staff-types.ts';

/** A revision whose standing adjustments can be laid on a release. */
export interface ReplayOffer {
  revision: { id: string; number: number };
  dataset: { id: string; title: string; release: string };
  /** Adjustments that would be replayed. */
  standing: number;
  /** A replay that has begun already. */
  replay: string | null;
}

export interface ReplaySummary {
  id: string;
  from: { dataset: string; title: string; release: string; revision: { id: string; number: number } };
  to: { dataset: string; title: string; release: string };
  startedAt: string;
  counts: Record<Replayed['outcome'], number>;
  /** Conflicts that nobody has settled. */
  open: number;
  /** Two workshops disagree on so many things. */
  disagreements: number;
  settled: number;
  revision: string | null;
}

export interface ReplayItem extends Replayed {
  settlement: Settlement | null;
  /** Other adjustments that say another thing of the same: [title of the workshop, value]. */
  against: { adjustment: string; workshop: string; value: string | null }[];
  /** The workshop that said it, by its title. */
  workshop: string;
}

export interface ReplayView extends ReplaySummary {
  items: ReplayItem[];
  /** Why it cannot be published yet; null when it can. */
  waitsFor: string | null;
  /** A later revision was published since: begun anew, it takes that in and keeps what is settled. */
  isBehind: boolean;
}

export interface SettleInput {
  adjustments: string[];
  /** `open`: takes the settlement back. */
  decision: SettlementDecision | 'open';
  value: string | null;
  rationale: string;
  role: string;
}

export interface Replays {
  /** Unfinished ones first, then the newest. */
  list(): Promise<ReplaySummary[]>;
  get(id: string): Promise<ReplayView | null>;
  /** What could be replayed on this release. */
  offers(dataset: string): Promise<ReplayOffer[]>;
  /** Begins, or begins anew with what is settled kept where it still is the same. */
  start(revision: string, dataset: string): Promise<{ replay: string } | { message: string }>;
  /** All of them or none. */
  settle(id: string, input: SettleInput): Promise<{ settled: number } | { message: string }>;
  publish(id: string, session: StaffSession): Promise<{ revision: string } | { message: string }>;
  /** Only one that has not become a revision. */
  discard(id: string): Promise<void>;
  /** Where standing adjustments of two workshops differ, by dataset. */
  disagreements(dataset: string): Promise<Disagreement[]>;
}
