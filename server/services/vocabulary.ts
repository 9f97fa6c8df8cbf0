/** The words of the data, for pages: they may not read server/lmi themselves. */
import type { Flag, Measure, Unit } from '../lmi/dataset.ts';
import { unitNames } from '../lmi/figures.ts';
import { flagMeanings } from '../lmi/flags.ts';
import type { FlagMeaning } from '../lmi/flags.ts';
import { measures } from '../lmi/measures.ts';

export interface Vocabulary {
  measures: Record<Measure, string>;
  units: Record<Unit, string>;
  flags: Record<Flag, FlagMeaning>;
}

export const vocabulary: Vocabulary = {
  measures: Object.fromEntries(Object.entries(measures).map(([name, { label }]) => [name, label])) as Record<
    Measure,
    string
  >,
  units: unitNames,
  flags: flagMeanings,
};
