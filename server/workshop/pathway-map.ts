/** The room's map of one occupation: it starts from the draft, and every change is small (several hands lose nobody's work). */
import type { Card, Deck, MapStep, MapTransition, PathwayMap, WorkshopState } from './state.ts';
import { titleOf } from './options.ts';

/** The map as the room has it; before anyone touched it, as the draft has it. */
export function pathwayMap(state: WorkshopState, occupation: string): PathwayMap {
  return state.maps[occupation] ?? startMap(state.deck, occupation, titleOf(state, occupation));
}

const focusStepId = (occupation: string): string => `focus-${occupation}`;

/** From the dataset's draft; without one, the occupation itself and the programs that lead to it. */
export function startMap(deck: Deck, occupation: string, title: string): PathwayMap {
  const draft = deck.pathways[occupation];
  if (draft) {
    const steps = draft.steps.map((step): [string, MapStep] => [
      step.id,
      { ...step, origin: 'draft', removed: false, draft: { ...step } },
    ]);
    const transitions = draft.transitions.map((transition): [string, MapTransition] => [
      transition.id,
      { ...transition, origin: 'draft', removed: false, draft: { ...transition } },
    ]);
    return {
      occupation,
      steps: Object.fromEntries(steps),
      transitions: Object.fromEntries(transitions),
      adopted: null,
    };
  }
  const focus: MapStep = {
    id: focusStepId(occupation),
    kind: 'occupation',
    label: title,
    code: occupation,
    side: 'focus',
    level: 0,
    row: 0,
    origin: 'draft',
    removed: false,
    draft: null,
  };
  const steps: Record<string, MapStep> = { [focus.id]: focus };
  const transitions: Record<string, MapTransition> = {};
  programTitles(deck.cards[occupation]).forEach(({ cip, title: label }, row) => {
    const id = `program-${occupation}-${cip}`;
    steps[id] = {
      id,
      kind: 'program',
      label,
      code: cip,
      side: 'into',
      level: -1,
      row,
      origin: 'draft',
      removed: false,
      draft: null,
    };
    transitions[`${id}--${focus.id}`] = {
      id: `${id}--${focus.id}`,
      from: id,
      to: focus.id,
      kind: 'entry',
      months: null,
      origin: 'draft',
      removed: false,
      draft: null,
    };
  });
  return { occupation, steps, transitions, adopted: null };
}

function programTitles(card: Card | undefined): { cip: string; title: string }[] {
  const titles = new Map((card?.programs ?? []).map((program) => [program.cip, program.title]));
  return [...titles].slice(0, 3).map(([cip, title]) => ({ cip, title }));
}

export const standingSteps = (map: PathwayMap): MapStep[] =>
  Object.values(map.steps).filter((step) => !step.removed);
/** A transition stands while both its ends do. */
export const standingTransitions = (map: PathwayMap): MapTransition[] =>
  Object.values(map.transitions).filter(
    (transition) =>
      !transition.removed &&
      map.steps[transition.from]?.removed === false &&
      map.steps[transition.to]?.removed === false,
  );

export function transitionLabel(map: PathwayMap, transition: { from: string; to: string }): string {
  const label = (id: string): string => map.steps[id]?.label ?? id;
  return `${label(transition.from)} → ${label(transition.to)}`;
}
