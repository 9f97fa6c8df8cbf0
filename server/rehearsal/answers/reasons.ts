import { frequency, reasonId } from '../../../src/lib/protocol/answers.ts';
import type { Answer, Frequency } from '../../../src/lib/protocol/answers.ts';
import type { Answering } from '../answering.ts';
import { byId } from '../mind.ts';
import type { Mind } from '../mind.ts';

const RATINGS = frequency.options.filter((option) => option !== 'cannot_say');

export const reasonAnswers: Answering<'reason'> = ({ occupations }, { mind }) =>
  byId(occupations)
    .filter(() => mind.chance.chance(0.85))
    .map(({ id: occupation }) => ({
      kind: 'reason',
      occupation,
      reasons: reasonId.options.filter((reason) =>
        mind.chance.chance(0.1 + 0.8 * mind.roomLeans(`reason/${occupation}/${reason}`)),
      ),
    }));

export const gapAnswers: Answering<'gap'> = ({ gaps }, { mind }) =>
  byId(gaps)
    .filter(({ added }) => mind.chance.chance(added ? 0.8 : 0.4))
    .map(({ id }): Answer => {
      const rated = ratingOf(mind, id);
      const isNeeded = mind.chance.chance(mind.roomLeans(`day-one/${id}`));
      const dayOne = rated === 'cannot_say' || mind.chance.chance(0.1) ? null : isNeeded;
      return { kind: 'gap', gap: id, frequency: rated, dayOne };
    });

function ratingOf(mind: Mind, gap: string): Frequency {
  if (mind.chance.chance(0.1)) return 'cannot_say';
  const near = mind.roomLeans(`gap/${gap}`) * (RATINGS.length - 1) + (mind.chance.share() - 0.5) * 2;
  return RATINGS[Math.min(RATINGS.length - 1, Math.max(0, Math.round(near)))] ?? 'sometimes';
}

export const preferenceAnswers: Answering<'preference'> = ({ entries }, { mind }) =>
  byId(entries).flatMap(({ id }): Answer[] => {
    if (!mind.chance.chance(0.1 + 0.5 * mind.roomLeans(`preference/${id}`))) return [];
    const chosen: Answer = { kind: 'preference', entry: id, chosen: true };
    return mind.chance.chance(0.08) ? [chosen, { ...chosen, chosen: false }] : [chosen];
  });
