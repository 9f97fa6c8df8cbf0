/** An occupation's card and what firms said of its figures. Wages are shown with their source, never marked (C1). */
import { markableMeasure } from '../../../src/lib/protocol/answers.ts';
import type { CardView, EstimateView, FigureView } from '../../../src/lib/protocol/views/content.ts';
import type * as z from 'zod';
import type { figureResult as figureResultSchema } from '../../../src/lib/protocol/views/content.ts';
import type { Observation } from '../../lmi/dataset.ts';
import { formatAmount, formatFigure } from '../../lmi/figures.ts';
import { flagMeanings } from '../../lmi/flags.ts';
import { measures } from '../../lmi/measures.ts';
import type { Aggregate } from '../../lmi/withholding.ts';
import type { WorkshopState } from '../state.ts';
import type { FigureTally } from '../tally/figures.ts';

/** What a card shows, in this order; more would not fit a phone. */
const SHOWN = [
  'openings_annual',
  'employment',
  'employment_change_percent',
  'wage_median_annual',
  'education_typical',
  'experience_typical',
  'training_typical',
  'share_women',
  'share_black',
  'share_hispanic',
  'completions',
  'capacity',
] as const;
const PROGRAMS = 5;

export function cardView(state: WorkshopState, code: string): CardView | null {
  const card = state.deck.cards[code];
  if (!card) return null;
  const figures = SHOWN.map((name) =>
    card.observations.find((observation) => observation.measure === name),
  ).filter((observation) => observation !== undefined);
  const programs = [...card.programs]
    .sort((a, b) => (b.completions ?? 0) - (a.completions ?? 0))
    .slice(0, PROGRAMS);
  return {
    id: code,
    title: card.title,
    figures: figures.map((observation) => figureView(state, observation)),
    programs: programs.map(({ id, title, provider, credential, completions }) => ({
      id,
      title,
      provider,
      credential,
      completions,
    })),
  };
}

function figureView(state: WorkshopState, observation: Observation): FigureView {
  const source = state.deck.sources.find((candidate) => candidate.id === observation.source);
  const markable = markableMeasure.safeParse(observation.measure);
  return {
    measure: observation.measure,
    label: measures[observation.measure].label,
    display: formatFigure(observation),
    flag: observation.flag,
    flagSentence: observation.flag === null ? null : flagMeanings[observation.flag].sentence,
    unit: observation.unit,
    period: observation.period,
    area: observation.area,
    source: source ? `${source.publisher}, ${source.title}` : observation.source,
    markable: markable.success ? markable.data : null,
  };
}

export function figureResult(state: WorkshopState, tally: FigureTally): z.infer<typeof figureResultSchema> {
  const { occupation, measure, firms, aboutRight, tooLow, tooHigh, cannotSay, direction } = tally;
  return {
    occupation,
    measure,
    firms,
    aboutRight,
    tooLow,
    tooHigh,
    cannotSay,
    direction,
    estimate: tally.estimate && estimateView(tally.estimate, measures[measure].unit),
  };
}

function estimateView(estimate: Aggregate, unit: Observation['unit']): EstimateView {
  return 'withheld' in estimate
    ? { withheld: estimate.withheld }
    : {
        median: estimate.median,
        firms: estimate.firms,
        display: `about ${formatAmount(estimate.median, unit)}`,
      };
}
