/** Changes to the map, each small enough that several hands at once lose nobody's work. */
import * as z from 'zod';
import { typedText } from './typed-text.ts';

export const stepKind = z.enum(['occupation', 'credential', 'program', 'experience']);
export const stepSide = z.enum(['into', 'focus', 'out']);
export const transitionKind = z.enum(['entry', 'advance', 'lateral', 'exit']);
export type StepKind = z.infer<typeof stepKind>;
export type StepSide = z.infer<typeof stepSide>;
export type TransitionKind = z.infer<typeof transitionKind>;

const stepId = z.string().min(1).max(100);
const label = typedText().min(1).max(120);
const level = z.number().int().min(-20).max(20);
const row = z.number().int().min(0).max(40);
const months = z.number().int().min(0).max(480).nullable();

/** A new step or transition takes the id of the command that brought it. */
export const mapChange = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('step.add'),
    kind: stepKind,
    label,
    code: z.string().max(60).nullable(),
    side: z.enum(['into', 'out']),
    level,
    row,
  }),
  z.strictObject({ type: z.literal('step.place'), step: stepId, level, row }),
  z.strictObject({ type: z.literal('step.rename'), step: stepId, label }),
  z.strictObject({ type: z.literal('step.remove'), step: stepId }),
  z.strictObject({ type: z.literal('step.restore'), step: stepId }),
  z.strictObject({
    type: z.literal('transition.add'),
    from: stepId,
    to: stepId,
    kind: transitionKind,
    months,
  }),
  z.strictObject({
    type: z.literal('transition.change'),
    transition: z.string().min(1).max(120),
    kind: transitionKind,
    months,
  }),
  z.strictObject({ type: z.literal('transition.remove'), transition: z.string().min(1).max(120) }),
  z.strictObject({ type: z.literal('transition.restore'), transition: z.string().min(1).max(120) }),
]);
export type MapChange = z.infer<typeof mapChange>;
