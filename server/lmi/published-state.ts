/** The id-keyed form of a dataset as it was published: what revision 1 is compared with. */
import type { Dataset, Observation } from './dataset.ts';
import type { EffectiveState, FigureState, OccupationState, PathwayState } from './effective-state.ts';
import { exactNumber } from './exact-number.ts';
import type { DraftPathway, Step, Transition } from './pathway.ts';

export function publishedState(dataset: Dataset): EffectiveState {
  const titles = new Map(dataset.occupations.map(({ code, title }) => [code, title]));
  const figures = Map.groupBy(dataset.observations, ({ occupation }) => occupation);
  const occupations = [...new Set([...titles.keys(), ...figures.keys()])].map(
    (code): [string, OccupationState] => [
      code,
      occupationOf(titles.get(code) ?? code, figures.get(code) ?? []),
    ],
  );
  return {
    dataset: dataset.id,
    release: dataset.release,
    revision: 0,
    occupations: Object.fromEntries(occupations),
    pathways: Object.fromEntries(dataset.pathways.map((draft) => [draft.occupation, draftedPathway(draft)])),
    preferences: {},
  };
}

function occupationOf(title: string, figures: readonly Observation[]): OccupationState {
  return {
    ...bareOccupation(title),
    figures: Object.fromEntries(figures.map((figure) => [figure.id, publishedFigure(figure)])),
  };
}

export function bareOccupation(title: string): OccupationState {
  return { title, critical: null, category: null, figures: {}, gaps: {} };
}

function publishedFigure(figure: Observation): FigureState {
  return {
    measure: figure.measure,
    period: figure.period,
    area: figure.area,
    unit: figure.unit,
    source: figure.source,
    published: figure.value === null ? figure.text : exactNumber(figure.value),
    flag: figure.flag,
    lowerBound: figure.lowerBound === null ? null : exactNumber(figure.lowerBound),
    adjusted: null,
    direction: null,
    adjustment: null,
  };
}

/** The published state with the maps a workshop started from in the place of, or beside, the dataset's drafts. */
export function startingState(dataset: Dataset, drafts: readonly DraftPathway[]): EffectiveState {
  const state = publishedState(dataset);
  for (const draft of drafts) state.pathways[draft.occupation] = draftedPathway(draft);
  return state;
}

function draftedPathway(draft: DraftPathway): PathwayState {
  return {
    title: draft.title,
    steps: Object.fromEntries(draft.steps.map((step) => [step.id, draftedStep(step)])),
    transitions: Object.fromEntries(
      draft.transitions.map((transition) => [transition.id, drafted(transition)]),
    ),
  };
}

const untouched = () => ({ presence: 'drafted' as const, validation: null, adjusted: {}, adjustments: {} });

function draftedStep({ id: _, ...step }: Step) {
  return { ...step, ...untouched() };
}

function drafted({ id: _, ...transition }: Transition) {
  return { ...transition, ...untouched() };
}
