import type { ContentOf } from '#lib/protocol/views/content.ts';
import { categoryMarkWords, markWords } from '../words/labels.ts';
import type { SplitPart } from './SplitBar.svelte';

type FigureResult = NonNullable<ContentOf<'figures'>['results']>['figures'][number];

/** Measures whose value is a word ("bachelor's degree"): "low" and "high" would mislead there. */
const IN_WORDS: readonly string[] = ['education_typical', 'training_typical', 'experience_typical'];
export const isInWords = (measure: string): boolean => IN_WORDS.includes(measure);

export function markParts(result: FigureResult): SplitPart[] {
  const words = isInWords(result.measure) ? categoryMarkWords : markWords;
  return [
    { id: 'low', sign: '↓', word: words.too_low, firms: result.tooLow, tone: 'warm' },
    { id: 'right', sign: '=', word: words.about_right, firms: result.aboutRight, tone: 'full' },
    { id: 'high', sign: '↑', word: words.too_high, firms: result.tooHigh, tone: 'cool' },
    { id: 'none', sign: '?', word: words.cannot_say, firms: result.cannotSay, tone: 'none' },
  ];
}
