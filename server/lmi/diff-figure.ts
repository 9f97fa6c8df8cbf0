/** One figure and what the room says beside it: "Openings a year, HVAC mechanics: 42,500 a year -> said too low by 9 of 14 firms". */
import { splitTarget } from './adjustment-target.ts';
import type { Adjustment } from './adjustment.ts';
import { flag, measure, unit } from './dataset.ts';
import { firmsPhrase } from './diff-words.ts';
import type { EffectiveState, FigureState } from './effective-state.ts';
import { formatAmount, formatFigure } from './figures.ts';
import { measures } from './measures.ts';
import { own } from './own.ts';

const said: Record<string, string> = {
  too_low: 'said too low',
  too_high: 'said too high',
  about_right: 'said about right',
  no_majority: 'no majority',
};

/** A level of education, experience or training. */
const saidOfLevel: Record<string, string> = {
  ...said,
  too_low: 'said to ask for too little',
  too_high: 'said to ask for too much',
};

export function figureSentence(adjustment: Adjustment, title: string, state: EffectiveState): string {
  const { occupation } = splitTarget(adjustment.target);
  const figure = own(own(state.occupations, occupation)?.figures, adjustment.observation ?? '');
  const known = measure.safeParse(adjustment.measure);
  const label = known.success ? measures[known.data].label : adjustment.measure;
  const subject = `${label}, ${title}${figure ? ` (${figure.area}, ${figure.period})` : ''}`;
  const verdict = figure?.direction
    ? `${(figure.unit === 'category' ? saidOfLevel : said)[figure.direction] ?? figure.direction} by ${firmsPhrase(adjustment)}`
    : firmsPhrase(adjustment);
  const beside = figure?.adjusted
    ? `; the room's value beside it: ${amount(figure.adjusted, figure.unit)}`
    : '';
  return `${subject}: ${published(adjustment, figure)} -> ${verdict}${beside}`;
}

function published(adjustment: Adjustment, figure: FigureState | undefined): string {
  if (!figure) return adjustment.publishedValue ?? 'not available';
  const known = unit.safeParse(figure.unit);
  const mark = flag.safeParse(figure.flag);
  if (!known.success) return figure.published ?? 'not available';
  const value = figure.published === null || known.data === 'category' ? null : Number(figure.published);
  const text = known.data === 'category' ? figure.published : null;
  const lowerBound = figure.lowerBound === null ? null : Number(figure.lowerBound);
  return formatFigure({ unit: known.data, value, text, flag: mark.success ? mark.data : null, lowerBound });
}

function amount(text: string, unitName: string): string {
  const known = unit.safeParse(unitName);
  const value = Number(text);
  if (!known.success || known.data === 'category' || text.trim() === '' || !Number.isFinite(value))
    return text;
  return formatAmount(value, known.data);
}
