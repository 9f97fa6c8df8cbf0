/** What a flag means, in words for people. A flag is never turned into a number. */
import { flag } from './dataset.ts';
import type { Flag } from './dataset.ts';

export interface FlagMeaning {
  /** Two or three words, shown in the figure's place. */
  label: string;
  /** One sentence, shown where someone asks why. */
  sentence: string;
}

export const flagMeanings: Record<Flag, FlagMeaning> = {
  not_available: {
    label: 'not available',
    sentence: 'The publisher lists this figure but gives no estimate for it.',
  },
  wage_not_available: {
    label: 'wage not available',
    sentence: 'The publisher gives no wage estimate for this occupation.',
  },
  top_coded: {
    label: 'lower bound',
    sentence:
      'The figure is at or above the highest amount the publisher prints; the true one is not published.',
  },
  below_half_percent: {
    label: 'below 0.5 %',
    sentence: 'The publisher says only that the share is below half a percent.',
  },
  base_too_small: {
    label: 'base too small',
    sentence: 'Too few people were surveyed in this occupation for the publisher to print the share.',
  },
  not_released: {
    label: 'not released',
    sentence: 'The publisher has the figure but does not release it.',
  },
  withheld: {
    label: 'withheld',
    sentence: 'The figure is held back so that nobody can be recognised from it.',
  },
};

/** Every flag with a count of 0, the start of a tally. */
export function noFlagsYet(): Record<Flag, number> {
  return Object.fromEntries(flag.options.map((name) => [name, 0])) as Record<Flag, number>;
}
