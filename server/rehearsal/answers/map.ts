import type { Answer, Opinion } from '../../../src/lib/protocol/answers.ts';
import type { StepView } from '../../../src/lib/protocol/views/content.ts';
import type { Answering } from '../answering.ts';
import { byId } from '../mind.ts';
import type { Mind } from '../mind.ts';

const REASONS = [
  'In our firm people skip this one.',
  'It takes longer where we are.',
  'We have not seen anybody come this way.',
  'True for larger firms, less so for small ones.',
];

/** Of more occupations than these a person does not know the way in and on. */
const KNOWN_PATHWAYS = 4;

export const orderAnswers: Answering<'order'> = ({ pathways }, { mind }) =>
  [...pathways]
    .sort((a, b) => a.occupation.localeCompare(b.occupation, 'en'))
    .flatMap(({ occupation, into, out }) =>
      (['into', 'out'] as const).flatMap((side): Answer[] => {
        const steps = side === 'into' ? into : out;
        if (steps.length < 2 || mind.chance.chance(0.1)) return [];
        return [{ kind: 'order', occupation, side, steps: orderOf(mind, occupation, steps) }];
      }),
    );

/** The room's order with one's own slips; a person may leave a step out. */
function orderOf(mind: Mind, occupation: string, steps: readonly StepView[]): string[] {
  const places = byId(steps).map(({ id }) => ({
    id,
    place: mind.roomLeans(`order/${occupation}/${id}`) + (mind.chance.share() - 0.5) * 0.6,
  }));
  const ordered = places.sort((a, b) => a.place - b.place).map(({ id }) => id);
  return ordered.length > 2 && mind.chance.chance(0.15) ? ordered.slice(0, -1) : ordered;
}

export const validationAnswers: Answering<'validation'> = ({ pathways, asked }, { mind, round }) => {
  const occupations = pathways.map(({ occupation }) => occupation).sort();
  const known = new Set(mind.chance.shuffled(occupations).slice(0, KNOWN_PATHWAYS));
  return asked
    .map((item) => ({ ...item, id: `${item.pathway}/${item.of}/${item.target}` }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ pathway }) => known.has(pathway) && mind.chance.chance(0.9))
    .map(({ id, pathway, of, target }) => {
      const opinion = opinionOf(mind, id, round);
      const isExplained = opinion === 'disagree' && mind.chance.chance(0.25);
      const reason = isExplained ? mind.chance.pick(REASONS) : null;
      return { kind: 'validation', pathway, of, target, opinion, reason };
    });
};

/** What was talked over once more is agreed more often. */
function opinionOf(mind: Mind, item: string, round: number): Opinion {
  if (mind.chance.chance(0.1)) return 'cannot_say';
  const agreeing = 0.6 + 0.4 * mind.roomLeans(`validation/${item}`) + (round - 1) * 0.12;
  return mind.chance.chance(agreeing) ? 'agree' : 'disagree';
}
