/** The validation by employers as a CTDL process profile: what was asked, by which rule, and what the tally says (V1, V3). */
import { splitTarget } from '../lmi/adjustment-target.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import { firmsPhrase } from '../lmi/diff-words.ts';
import { isStanding } from '../lmi/effective.ts';
import type { Revision } from '../lmi/revision.ts';
import { en } from './ctdl-terms.ts';
import type { CtdlNode } from './ctdl-terms.ts';

export function reviewProcess(revision: Revision, occupation: string, parts: readonly string[]): CtdlNode {
  const standing = [...revision.carried, ...revision.adjustments].filter(
    (each) => isStanding(each) && isAbout(each, occupation, revision, new Set(parts)),
  );
  const validations = standing.filter(({ measure }) => measure === 'validation');
  const rules = [...new Set(standing.map(({ evidence }) => evidence.rule))];
  const days = standing.flatMap(({ decidedAt }) => (decidedAt === null ? [] : [decidedAt])).sort();
  return {
    '@type': 'ceterms:ProcessProfile',
    'ceterms:name': en('Validation by employers'),
    'ceterms:description': en(
      standing.length === 0
        ? 'No employer has been asked about this pathway yet: it is as it was drafted.'
        : `Employers were asked about the steps and transitions in a workshop; ${validations.length} of their votes stand here.`,
    ),
    'ceterms:dateEffective': (days.at(-1) ?? revision.publishedAt).slice(0, 10),
    ...(rules.length > 0 ? { 'ceterms:processMethodDescription': en(rules.join('; ')) } : {}),
    ...(standing.length > 0
      ? { 'ceterms:scoringMethodDescription': en(standing.map(tally).join('; ')) }
      : {}),
  };
}

function isAbout(
  { kind, target }: Adjustment,
  occupation: string,
  { state }: Revision,
  parts: ReadonlySet<string>,
): boolean {
  const { occupation: of, id } = splitTarget(target);
  if (of !== occupation || (kind !== 'step' && kind !== 'transition')) return false;
  if (kind === 'step') return parts.has(id);
  const link = state.pathways[occupation]?.transitions[id];
  return link !== undefined && parts.has(link.from) && parts.has(link.to);
}

function tally(adjustment: Adjustment): string {
  const value = adjustment.decidedValue ?? adjustment.proposedValue ?? 'said';
  return `${adjustment.title}, ${adjustment.measure}: ${value} (${firmsPhrase(adjustment)})`;
}
