/** The words of the data, for pages: they may not read server/lmi themselves. */
import { codeSystems } from '../lmi/code-systems.ts';
import type { CodeSystem, Flag, Measure, Unit } from '../lmi/dataset.ts';
import { unitNames } from '../lmi/figures.ts';
import { flagMeanings } from '../lmi/flags.ts';
import type { FlagMeaning } from '../lmi/flags.ts';
import { measureOrder, measures } from '../lmi/measures.ts';
import type { MeasureDefinition } from '../lmi/measures.ts';

export interface Vocabulary {
  measures: Record<Measure, string>;
  units: Record<Unit, string>;
  flags: Record<Flag, FlagMeaning>;
  /** Measures as they stand together on an occupation's card, in its order. */
  groups: { group: MeasureDefinition['group']; measures: Measure[] }[];
  /** "Standard Occupational Classification 2018", by the system's id. */
  systems: Record<CodeSystem, string>;
}

export const vocabulary: Vocabulary = {
  measures: Object.fromEntries(Object.entries(measures).map(([name, { label }]) => [name, label])) as Record<
    Measure,
    string
  >,
  units: unitNames,
  flags: flagMeanings,
  groups: (['demand', 'wage', 'requirements', 'representation', 'supply'] as const).map((group) => ({
    group,
    measures: measureOrder.filter((name) => measures[name].group === group),
  })),
  systems: Object.fromEntries(
    Object.entries(codeSystems).map(([id, { name, vintage }]) => [id, `${name} ${vintage}`]),
  ) as Record<CodeSystem, string>,
};
