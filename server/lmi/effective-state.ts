/**
 * A dataset as the employers' adjustments leave it: plain JSON keyed by id, so that a patch can name every part of it.
 * The published figure stays in its place; what the room says stands beside it (A1).
 */
import * as z from 'zod';
import { stepKind, stepSide, transitionKind } from './pathway.ts';

const adjustmentId = z.string().nullable();

const figureState = z.strictObject({
  measure: z.string(),
  period: z.string(),
  area: z.string(),
  unit: z.string(),
  source: z.string(),
  /** Exact text of the published number, or its words; null where there is none. */
  published: z.string().nullable(),
  flag: z.string().nullable(),
  /** Exact text of the published lower bound of a top-coded figure. */
  lowerBound: z.string().nullable(),
  adjusted: z.string().nullable(),
  /** What the firms say of the published figure: too_low, too_high ... */
  direction: z.string().nullable(),
  adjustment: adjustmentId,
});
export type FigureState = z.infer<typeof figureState>;

const criticalState = z.strictObject({
  rank: z.number().int().nullable(),
  firms: z.number().int(),
  round: z.number().int(),
  adjustment: z.string(),
});

const categoryState = z.strictObject({ title: z.string(), firms: z.number().int(), adjustment: z.string() });

const gapState = z.strictObject({
  label: z.string(),
  /** Mean of rarely 0, sometimes 1, often 2, almost always 3 over firms. */
  frequency: z.number().nullable(),
  /** Share of firms with an opinion that need it on day one. */
  dayOne: z.number().nullable(),
  rank: z.number().int().nullable(),
  firms: z.number().int(),
  /** The words decided at review instead of the proposed ones. */
  decided: z.string().nullable(),
  adjustment: z.string(),
});

const occupationState = z.strictObject({
  title: z.string(),
  critical: criticalState.nullable(),
  category: categoryState.nullable(),
  figures: z.record(z.string(), figureState),
  gaps: z.record(z.string(), gapState),
});
export type OccupationState = z.infer<typeof occupationState>;

/** `drafted`: in the dataset's draft; `added` and `removed`: by the room. A removed item stays, marked. */
const presence = z.enum(['drafted', 'added', 'removed']);

const adjusted = {
  presence,
  /** validated, contested or undecided; null where nobody was asked. */
  validation: z.string().nullable(),
  /** measure -> value beside the drafted one: months, label ... */
  adjusted: z.record(z.string(), z.string()),
  /** measure -> adjustment */
  adjustments: z.record(z.string(), z.string()),
};

const stepState = z.strictObject({
  kind: stepKind,
  label: z.string(),
  code: z.string().nullable(),
  side: stepSide,
  level: z.number().int(),
  row: z.number().int(),
  ...adjusted,
});
export type StepState = z.infer<typeof stepState>;

const transitionState = z.strictObject({
  from: z.string(),
  to: z.string(),
  kind: transitionKind,
  months: z.number().int().nullable(),
  ...adjusted,
});
export type TransitionState = z.infer<typeof transitionState>;

const pathwayState = z.strictObject({
  title: z.string(),
  steps: z.record(z.string(), stepState),
  transitions: z.record(z.string(), transitionState),
});
export type PathwayState = z.infer<typeof pathwayState>;

const preferenceState = z.strictObject({
  kind: z.string(),
  label: z.string(),
  firms: z.number().int(),
  decided: z.string().nullable(),
  adjustment: z.string(),
});

export const effectiveState = z.strictObject({
  /** What it stands on; the first thing a patch tests. */
  dataset: z.string(),
  release: z.string(),
  /** Number of the revision; 0 is the dataset as published. */
  revision: z.number().int().nonnegative(),
  occupations: z.record(z.string(), occupationState),
  /** By occupation. */
  pathways: z.record(z.string(), pathwayState),
  preferences: z.record(z.string(), preferenceState),
});
export type EffectiveState = z.infer<typeof effectiveState>;
