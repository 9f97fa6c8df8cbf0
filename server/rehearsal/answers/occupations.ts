import type { Answering } from '../answering.ts';
import { byId } from '../mind.ts';

export const criticalAnswers: Answering<'choose'> = ({ options, min, max }, { mind }) => {
  const offered = byId(options);
  const many = Math.min(offered.length, mind.chance.whole(min, max));
  const chosen = mind.chance.weighted(
    offered,
    many,
    ({ id }) => 0.3 + 3 * mind.roomLeans(`critical/${id}`) ** 3,
  );
  return chosen.length < min ? [] : [{ kind: 'critical', options: byId(chosen).map(({ id }) => id) }];
};

/** Each pair is asked once; now and then a person passes one over. */
export const tieAnswers: Answering<'ties'> = ({ options }, { mind }) =>
  byId(options).flatMap(({ id: a }, index, all) =>
    all.slice(index + 1).flatMap(({ id: b }) => {
      if (mind.chance.chance(0.1)) return [];
      const isFirst = mind.incline(`tie/${a}/${b}`, [true, false]);
      return [{ kind: 'tie' as const, a, b, winner: isFirst ? a : b }];
    }),
  );

export const categoryAnswers: Answering<'group'> = ({ categories, placed }, { mind }) =>
  byId(placed)
    .filter(() => mind.chance.chance(0.6))
    .map(({ id: occupation }) => ({
      kind: 'category',
      occupation,
      category: mind.incline(`category/${occupation}`, byId(categories)).id,
    }));
