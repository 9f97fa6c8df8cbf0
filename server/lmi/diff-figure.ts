/** One figure and what the room says beside it: "Openings a year, HVAC mechanics: 42,500 a year -> said too low by 9 of 14 firms". */
import { splitTarget } from './adjustment-target.ts';
import type { Adjustment } from './adjustment.ts';
import { measure } from './dataset.ts';
import { firmsPhrase } from './diff-words.ts';
import type { EffectiveState } from './effective-state.ts';
import { amountWords, publishedWords } from './figure-words.ts';
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
    ? `; the room's value beside it: ${amountWords(figure.adjusted, figure.unit)}`
    : '';
  return `${subject}: ${figure ? publishedWords(figure) : (adjustment.publishedValue ?? 'not available')} -> ${verdict}${beside}`;
}
