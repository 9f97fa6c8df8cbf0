import type { DraftPathway, Step, StepKind, TransitionKind } from '../lmi/pathway.ts';

/** name, kind, label, code, level, row: the occupation itself stands at level 0. */
export type StepRow = readonly [string, StepKind, string, string | null, number, number];
/** from, to, kind, typical months. */
export type TransitionRow = readonly [string, string, TransitionKind, number | null];

const note =
  'A draft drawn for this sample from common licensing and apprenticeship practice. It is there for the room to correct, and no employer has validated it.';

/** A pathway written as two short tables; ids are made from the occupation and the steps' names. */
export function draftPathway(
  occupation: string,
  title: string,
  steps: readonly StepRow[],
  transitions: readonly TransitionRow[],
): DraftPathway {
  const idOf = (name: string): string => `${occupation}-${name}`;
  return {
    id: `pathway-${occupation}`,
    occupation,
    title,
    steps: steps.map(([name, kind, label, code, level, row]): Step => {
      const side = level < 0 ? 'into' : level === 0 ? 'focus' : 'out';
      return { id: idOf(name), kind, label, code, side, level, row };
    }),
    transitions: transitions.map(([from, to, kind, months]) => ({
      id: `${idOf(from)}--${idOf(to)}`,
      from: idOf(from),
      to: idOf(to),
      kind,
      months,
    })),
    note,
  };
}
