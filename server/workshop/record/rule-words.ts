/** V1: the rule of a question in words, as it was fixed when the question opened. */
import { percentWords } from '../../lmi/percent.ts';
import type { PhaseName, Rule } from '../../../src/lib/protocol/guide.ts';

export function ruleWords(phase: PhaseName, rule: Rule): string {
  const quorum = `quorum ${rule.quorum} firms; a firm counts once`;
  if (phase === 'vote') {
    return `validated when at least ${percentWords(rule.threshold)} of firms with an opinion agree, dissent recorded from ${percentWords(rule.dissent)} disagreement, undecided when fewer than ${percentWords(rule.opinion)} of the firms present have an opinion; ${quorum}.`;
  }
  if (phase === 'mark')
    return `the majority of firms with an opinion; ${quorum}; estimates only as a median of at least 5 firms.`;
  if (phase === 'choose') return `most firms; ${quorum}.`;
  if (phase === 'ties') return `most firms over all pairs of the tied occupations; ${quorum}.`;
  if (phase === 'order') return `median place over firms; ${quorum}.`;
  return `counted by firm; ${quorum}.`;
}
