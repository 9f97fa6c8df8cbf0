/** One figure as anyone may read it: as published, and beside it what the employers say; the one never without the other (A1). */
import * as z from 'zod';
import { flag, unit } from '../dataset.ts';
import type { FigureState } from '../effective-state.ts';
import { amountWords, publishedWords } from '../figure-words.ts';
import { unitNames } from '../figures.ts';
import { flagMeanings } from '../flags.ts';
import { measures } from '../measures.ts';
import type { MeasureDefinition } from '../measures.ts';
import { own } from '../own.ts';
import { backing } from './backing.ts';
import type { Backing } from './backing.ts';

export const publicFigure = z.strictObject({
  /** The observation: a comment or a citation names it. */
  id: z.string(),
  measure: z.string(),
  label: z.string(),
  /** What the publisher counts. */
  meaning: z.string(),
  /** demand, wage, requirements, representation, supply. */
  group: z.string(),
  unit: z.string(),
  area: z.string(),
  period: z.string(),
  source: z.string(),
  published: z.strictObject({
    words: z.string(),
    /** Exact; null where the publisher gives no number. */
    value: z.number().nullable(),
    lowerBound: z.number().nullable(),
    flag: z.string().nullable(),
    flagMeaning: z.string().nullable(),
  }),
  /** Null where no employer has looked at it. */
  validated: z
    .strictObject({
      /** about_right, too_low, too_high, no_majority; null where they give a value only. */
      direction: z.string().nullable(),
      /** The employers' own value, in words. */
      words: z.string().nullable(),
      value: z.string().nullable(),
      backing,
    })
    .nullable(),
});
export type PublicFigure = z.infer<typeof publicFigure>;

export function publicFigureOf(
  id: string,
  figure: FigureState,
  behind: ReadonlyMap<string, Backing>,
): PublicFigure {
  const definition = own<MeasureDefinition>(measures, figure.measure);
  const mark = flag.safeParse(figure.flag);
  const known = unit.safeParse(figure.unit);
  const isNumber = figure.published !== null && figure.unit !== 'category' && !figure.flag;
  const stands = figure.adjustment === null ? undefined : behind.get(figure.adjustment);
  return {
    id,
    measure: figure.measure,
    label: definition?.label ?? figure.measure,
    meaning: definition?.meaning ?? '',
    group: definition?.group ?? 'demand',
    unit: known.success ? unitNames[known.data] : figure.unit,
    area: figure.area,
    period: figure.period,
    source: figure.source,
    published: {
      words: publishedWords(figure),
      value: isNumber ? Number(figure.published) : null,
      lowerBound: figure.lowerBound === null ? null : Number(figure.lowerBound),
      flag: figure.flag,
      flagMeaning: mark.success ? flagMeanings[mark.data].sentence : null,
    },
    validated: stands
      ? {
          direction: figure.direction,
          words: figure.adjusted === null ? null : amountWords(figure.adjusted, figure.unit),
          value: figure.adjusted,
          backing: stands,
        }
      : null,
  };
}

/** The one figure of a measure that leads: of the area the dataset is about, and of the latest period. */
export function leadingFigure(
  figures: readonly PublicFigure[],
  measure: string,
  area: string,
): PublicFigure | null {
  const ofMeasure = figures.filter((each) => each.measure === measure);
  const near = ofMeasure.filter((each) => each.area === area);
  const [first] = [...(near.length > 0 ? near : ofMeasure)].sort((a, b) => b.period.localeCompare(a.period));
  return first ?? null;
}

/** For a filter or an order: a lower bound counts as what it is at least. */
export function leastValue(figure: PublicFigure | null): number | null {
  return figure && (figure.published.value ?? figure.published.lowerBound);
}
