/** A pathway as anyone may read it: what was drafted, what the employers made of it, and who stands behind each part. */
import * as z from 'zod';
import type { PathwayState, StepState, TransitionState } from '../effective-state.ts';
import { stepKind, stepSide, transitionKind } from '../pathway.ts';
import { backing } from './backing.ts';
import type { Backing } from './backing.ts';

const beside = {
  /** `drafted` before the workshop, `added` or `removed` by it; a removed part stays in sight, marked (A1). */
  presence: z.enum(['drafted', 'added', 'removed']),
  /** validated, contested, undecided; null where nobody was asked. */
  verdict: z.enum(['validated', 'contested', 'undecided']).nullable(),
  backing: backing.nullable(),
};

export const publicStep = z.strictObject({
  id: z.string(),
  kind: stepKind,
  label: z.string(),
  /** What the draft called it, where the employers changed that. */
  draftedLabel: z.string().nullable(),
  code: z.string().nullable(),
  side: stepSide,
  level: z.number().int(),
  row: z.number().int(),
  ...beside,
});
export type PublicStep = z.infer<typeof publicStep>;

export const publicTransition = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: transitionKind,
  months: z.number().int().nullable(),
  draftedMonths: z.number().int().nullable(),
  ...beside,
});
export type PublicTransition = z.infer<typeof publicTransition>;

export const publicPathway = z.strictObject({
  occupation: z.string(),
  title: z.string(),
  sector: z.string(),
  steps: z.array(publicStep),
  transitions: z.array(publicTransition),
  counts: z.strictObject({
    validated: z.number().int(),
    contested: z.number().int(),
    undecided: z.number().int(),
    notAsked: z.number().int(),
  }),
});
export type PublicPathway = z.infer<typeof publicPathway>;

export function publicPathwayOf(
  occupation: string,
  sector: string,
  { title, ...state }: PathwayState,
  behind: ReadonlyMap<string, Backing>,
): PublicPathway {
  const steps = Object.entries(state.steps)
    .map(([id, step]) => stepOf(id, step, behind))
    .sort((a, b) => a.level - b.level || a.row - b.row || (a.id < b.id ? -1 : 1));
  const known = new Set(steps.map(({ id }) => id));
  const transitions = Object.entries(state.transitions)
    .filter(([, { from, to }]) => known.has(from) && known.has(to))
    .map(([id, transition]) => transitionOf(id, transition, behind));
  const counts = { validated: 0, contested: 0, undecided: 0, notAsked: 0 };
  for (const { verdict, presence } of [...steps, ...transitions])
    if (presence !== 'removed') counts[verdict ?? 'notAsked'] += 1;
  return { occupation, title, sector, steps, transitions, counts };
}

type Adjusted = Pick<StepState, 'presence' | 'validation' | 'adjusted' | 'adjustments'>;

/** The vote on it says most; else what added or removed it. */
function besideOf(part: Adjusted, behind: ReadonlyMap<string, Backing>) {
  const ids = [
    part.adjustments['validation'],
    part.adjustments['presence'],
    ...Object.values(part.adjustments),
  ];
  const found = ids.flatMap((id) => (id === undefined ? [] : (behind.get(id) ?? [])));
  const verdict = beside.verdict.safeParse(part.validation);
  return {
    presence: part.presence,
    verdict: verdict.success ? verdict.data : null,
    backing: found[0] ?? null,
  };
}

function stepOf(id: string, step: StepState, behind: ReadonlyMap<string, Backing>): PublicStep {
  const { kind, label, code, side, level, row } = step;
  const named = step.adjusted['label'];
  return {
    id,
    kind,
    label: named ?? label,
    draftedLabel: named === undefined || named === label ? null : label,
    code,
    side,
    level,
    row,
    ...besideOf(step, behind),
  };
}

function transitionOf(
  id: string,
  transition: TransitionState,
  behind: ReadonlyMap<string, Backing>,
): PublicTransition {
  const { from, to, kind, months } = transition;
  const said = transition.adjusted['months'];
  const isSaid = said !== undefined && /^\d+$/.test(said);
  return {
    id,
    from,
    to,
    kind,
    months: isSaid ? Number(said) : months,
    draftedMonths: isSaid && Number(said) !== months ? months : null,
    ...besideOf(transition, behind),
  };
}
