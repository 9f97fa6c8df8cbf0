import type { Mark } from '../../../src/lib/protocol/answers.ts';
import type { FigureView } from '../../../src/lib/protocol/views/content.ts';
import type { Answering } from '../answering.ts';
import { byId } from '../mind.ts';
import type { Mind } from '../mind.ts';

/** The room has a view of its own of each figure: half of them it takes for about right. */
const MARKS: readonly Mark[] = ['about_right', 'too_low', 'too_high', 'about_right', 'too_low'];
const REASONS = [
  'We see more of them leave every season than this says.',
  'The region differs from the country here.',
  'Our own experience in the last hiring season was different.',
  'New facilities opened since the reference period.',
];
/** A person looks at so many cards before the facilitator moves on, and most at the same ones. */
const MOST_CARDS = 4;

export const figureAnswers: Answering<'figures'> = ({ cards }, { mind }) => {
  const read = mind.chance.weighted(
    byId(cards),
    MOST_CARDS,
    ({ id }) => 0.1 + 3 * mind.roomLeans(`card/${id}`) ** 2,
  );
  return byId(read).flatMap(({ id: occupation, figures }) =>
    figures.flatMap((figure) => {
      const measure = figure.markable;
      if (measure === null || !mind.chance.chance(0.75)) return [];
      const mark = markOf(mind, `${occupation}/${measure}`);
      const said = { kind: 'figure' as const, occupation, measure };
      const estimate = mind.chance.chance(0.85) ? better(mind, figure, mark) : null;
      const reason = mark !== 'about_right' && mind.chance.chance(0.2) ? mind.chance.pick(REASONS) : null;
      const answer = { ...said, mark, estimate, reason };
      // Some take it back a moment later: the last one stands (R2).
      return mind.chance.chance(0.06)
        ? [answer, { ...said, mark: 'about_right' as const, estimate: null, reason: null }]
        : [answer];
    }),
  );
};

function markOf(mind: Mind, question: string): Mark {
  return mind.chance.chance(0.12) ? 'cannot_say' : mind.incline(question, MARKS);
}

/** From what the card shows: a number somewhat to the side the mark points to. */
function better(mind: Mind, { display, unit }: FigureView, mark: Mark): number | null {
  const shown = unit === 'category' ? null : /\d[\d,]*(?:\.\d+)?/.exec(display);
  if (!shown || (mark !== 'too_low' && mark !== 'too_high')) return null;
  const published = Number(shown[0].replaceAll(',', ''));
  const part = mark === 'too_low' ? 1.05 + mind.chance.share() * 0.4 : 0.55 + mind.chance.share() * 0.4;
  const estimate = Math.round(published * part * 10) / 10;
  return /percent|%/.test(unit) ? Math.min(100, estimate) : estimate;
}
