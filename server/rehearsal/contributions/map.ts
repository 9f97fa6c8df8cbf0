import type { ContentOf, PathwayView } from '../../../src/lib/protocol/views/content.ts';
import type { MapChange } from '../../../src/lib/protocol/map-change.ts';
import type { Proposed } from '../contribution.ts';
import { byId } from '../mind.ts';
import type { Mind } from '../mind.ts';

const STEPS = [
  { kind: 'experience', label: 'Summer work in the trade' },
  { kind: 'credential', label: 'First aid certificate' },
  { kind: 'program', label: 'Evening bridge course' },
  { kind: 'experience', label: 'A year on the night shift' },
  { kind: 'occupation', label: 'Team lead' },
] as const;

/** Before the order is asked: a step somebody misses. */
export function stepProposals({ pathways }: ContentOf<'order'>, mind: Mind): Proposed[] {
  const [pathway] = mind.chance.shuffled(sorted(pathways));
  if (!pathway || !mind.chance.chance(0.15)) return [];
  return [{ pathway: pathway.occupation, change: newStep(mind) }];
}

export function mapProposals({ pathways }: ContentOf<'map'>, mind: Mind): Proposed[] {
  const many = mind.chance.pick([0, 0, 1, 1, 2]);
  const chosen = mind.chance.shuffled(sorted(pathways)).slice(0, many);
  return chosen.map((pathway) => ({ pathway: pathway.occupation, change: changeOf(pathway, mind) }));
}

function changeOf(pathway: PathwayView, mind: Mind): MapChange {
  const transitions = byId(pathway.transitions);
  const roll = mind.chance.share();
  if (roll < 0.35 || pathway.steps.length < 2) return newStep(mind);
  if (roll < 0.65 || transitions.length === 0) {
    const [from, to] = mind.chance.shuffled(byId(pathway.steps));
    return {
      type: 'transition.add',
      from: from?.id ?? '',
      to: to?.id ?? '',
      kind: mind.chance.pick(['entry', 'advance', 'lateral']),
      months: mind.chance.pick([null, 6, 12, 24]),
    };
  }
  const { id: transition, kind } = mind.chance.pick(transitions);
  return roll < 0.9
    ? { type: 'transition.change', transition, kind, months: mind.chance.pick([3, 9, 18, 36]) }
    : { type: 'transition.remove', transition };
}

function newStep(mind: Mind): MapChange {
  const side = mind.chance.pick(['into', 'out'] as const);
  const level = side === 'into' ? -mind.chance.whole(1, 3) : mind.chance.whole(1, 2);
  return {
    type: 'step.add',
    ...mind.chance.pick(STEPS),
    code: null,
    side,
    level,
    row: mind.chance.whole(3, 6),
  };
}

function sorted<T extends { occupation: string }>(pathways: readonly T[]): T[] {
  return [...pathways].sort((a, b) => a.occupation.localeCompare(b.occupation, 'en'));
}
