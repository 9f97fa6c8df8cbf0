/** V2: what a tally of firms says under a declared rule. */

export type Verdict = 'validated' | 'contested' | 'undecided';

/** Shares of firms with an opinion; `opinion` is the share of firms present that must have one. */
export interface DecisionRule {
  threshold: number;
  dissent: number;
  opinion: number;
}

export interface OpinionTally {
  /** Firms that agree, disagree, cannot say. */
  agree: number;
  disagree: number;
  cannotSay: number;
}

export interface Consensus {
  verdict: Verdict;
  /** Agreeing share of firms with an opinion, 0 to 1; null when none had one. */
  share: number | null;
  /** Disagreement reached the rule's dissent mark. */
  dissent: boolean;
}

/** `firmsPresent`: the electorate fixed when the question closed (V1). Undecided when fewer than half of it have an opinion. */
export function consensus(tally: OpinionTally, firmsPresent: number, rule: DecisionRule): Consensus {
  const withOpinion = tally.agree + tally.disagree;
  if (withOpinion === 0) return { verdict: 'undecided', share: null, dissent: false };
  const share = tally.agree / withOpinion;
  const dissent = tally.disagree / withOpinion >= rule.dissent;
  if (withOpinion < rule.opinion * firmsPresent) return { verdict: 'undecided', share, dissent };
  return { verdict: share >= rule.threshold ? 'validated' : 'contested', share, dissent };
}
