/** A pathway: how people come into one occupation and go on from it, as steps and the transitions between them. */
import * as z from 'zod';
import { keyedId } from './keyed-id.ts';

export const stepKind = z.enum(['occupation', 'credential', 'program', 'experience']);
export type StepKind = z.infer<typeof stepKind>;

export const transitionKind = z.enum(['entry', 'advance', 'lateral', 'exit']);
export type TransitionKind = z.infer<typeof transitionKind>;

/** Where a step stands to the pathway's own occupation: on the way in, the occupation itself, or on the way out. */
export const stepSide = z.enum(['into', 'focus', 'out']);

export const step = z.strictObject({
  id: keyedId(80),
  kind: stepKind,
  label: z.string().min(1).max(120),
  /** Occupation code for `occupation` steps, CIP or program id for `program` steps. */
  code: z.string().max(60).nullable(),
  side: stepSide,
  /** Column on the map, left to right; the focus is 0, the way in negative, the way out positive. */
  level: z.number().int().min(-20).max(20),
  /** Row within the column, from 0. */
  row: z.number().int().min(0).max(40),
});
export type Step = z.infer<typeof step>;

export const transition = z.strictObject({
  id: keyedId(120),
  from: z.string().min(1),
  to: z.string().min(1),
  kind: transitionKind,
  /** Typical time in months; null where nobody said. */
  months: z.number().int().min(0).max(480).nullable(),
});
export type Transition = z.infer<typeof transition>;

export const draftPathway = z.strictObject({
  /** `pathway-${occupation}` */
  id: z.string().min(1),
  /** The occupation it is about. */
  occupation: keyedId(),
  title: z.string().min(1),
  steps: z.array(step),
  transitions: z.array(transition),
  /** Who drew it and from what. */
  note: z.string(),
});
export type DraftPathway = z.infer<typeof draftPathway>;
