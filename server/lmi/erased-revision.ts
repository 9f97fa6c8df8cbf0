/** C5: what of a revision stays when a workshop's personal data is erased: the agreed outcome and its tallies, without anyone's own words. */
import type { Adjustment } from './adjustment.ts';
import { erasedProceedings } from './erased-proceedings.ts';
import type { Replayed } from './replay/replayed.ts';
import type { Revision } from './revision.ts';

export function erasedRevision<R extends Omit<Revision, 'hash'>>({ attributedUntil: _, ...whole }: R): R {
  const { replay } = whole;
  return {
    ...whole,
    adjustments: whole.adjustments.map(withoutComments),
    carried: whole.carried.map(withoutComments),
    ...(replay ? { replay: { ...replay, results: replay.results.map(replayedWithoutComments) } } : {}),
    proceedings: whole.proceedings && erasedProceedings(whole.proceedings),
  } as R;
}

function replayedWithoutComments(result: Replayed): Replayed {
  const { adjustment, on } = result;
  return { ...result, adjustment: withoutComments(adjustment), on: on && withoutComments(on) };
}

/** A person's own words stand in curly quotation marks, alone on their line. */
export function withoutComments(adjustment: Adjustment): Adjustment {
  const lines = adjustment.evidence.lines.filter((line) => !line.startsWith('“'));
  return { ...adjustment, evidence: { ...adjustment.evidence, lines } };
}
