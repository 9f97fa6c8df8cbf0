/** C5: what of a revision stays when a workshop's personal data is erased: the agreed outcome and its tallies, without anyone's own words. */
import type { Adjustment } from './adjustment.ts';
import { erasedProceedings } from './erased-proceedings.ts';
import type { Revision } from './revision.ts';

export function erasedRevision<R extends Omit<Revision, 'hash'>>(whole: R): R {
  return {
    ...whole,
    adjustments: whole.adjustments.map(withoutComments),
    carried: whole.carried.map(withoutComments),
    proceedings: erasedProceedings(whole.proceedings),
  };
}

/** A person's own words stand in curly quotation marks, alone on their line. */
export function withoutComments(adjustment: Adjustment): Adjustment {
  const lines = adjustment.evidence.lines.filter((line) => !line.startsWith('“'));
  return { ...adjustment, evidence: { ...adjustment.evidence, lines } };
}
