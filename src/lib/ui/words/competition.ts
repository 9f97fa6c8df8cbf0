/** C2: what an author is told before text that names money or a no-hire agreement is shared. */
import { competitionWarning } from '#lib/protocol/competition.ts';

const sentences = {
  money:
    'This seems to name money. Pay is not discussed here: the facilitator will look at it before anyone sees it.',
  no_hire:
    'This seems to speak of not hiring from each other, which is not allowed. The facilitator will look at it before anyone sees it.',
} as const;

export function competitionHint(text: string): string | null {
  const warning = competitionWarning(text);
  return warning === null ? null : sentences[warning];
}
