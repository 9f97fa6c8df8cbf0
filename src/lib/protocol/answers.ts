/**
 * Answers: what one participant says to one question. A vote is a SET by (participant, question), the last one stored wins (R2).
 * No answer here holds a wage, a number of planned hires or the name of a competitor (C1, C2).
 */
import * as z from 'zod';
import { typedText } from './typed-text.ts';

const code = z.string().min(1).max(60);
/** An option of a ballot: an occupation code, or the id of a nomination nobody has matched yet. */
export const optionId = z.string().min(1).max(60);
const shortText = typedText().min(1).max(280);

/** Figures employers may mark; wages are shown, never marked (C1). */
export const markableMeasure = z.enum([
  'employment',
  'openings_annual',
  'education_typical',
  'training_typical',
  'experience_typical',
  'share_women',
  'completions',
  'capacity',
]);
export type MarkableMeasure = z.infer<typeof markableMeasure>;

export const mark = z.enum(['about_right', 'too_low', 'too_high', 'cannot_say']);
export type Mark = z.infer<typeof mark>;

/** Why an occupation is critical. */
export const reasonId = z.enum([
  'hard_to_fill',
  'many_openings',
  'retirements',
  'turnover',
  'licence_or_safety',
  'gateway',
]);
export type ReasonId = z.infer<typeof reasonId>;

/** How often entry-level candidates lack a skill. */
export const frequency = z.enum(['rarely', 'sometimes', 'often', 'almost_always', 'cannot_say']);
export type Frequency = z.infer<typeof frequency>;

export const opinion = z.enum(['agree', 'disagree', 'cannot_say']);
export type Opinion = z.infer<typeof opinion>;

export const commitmentKind = z.enum([
  'host_placement',
  'job_shadow',
  'task_force',
  'review_curriculum',
  'evaluate_learners',
  'recognise_credential',
]);
export type CommitmentKind = z.infer<typeof commitmentKind>;

const figureAnswer = z.strictObject({
  kind: z.literal('figure'),
  occupation: code,
  measure: markableMeasure,
  mark,
  /** A better estimate for the region, in the figure's unit; shown only as an aggregate (V6). */
  estimate: z.number().min(0).max(1e9).nullable(),
  reason: shortText.nullable(),
});
const criticalAnswer = z.strictObject({
  kind: z.literal('critical'),
  options: z.array(optionId).min(1).max(8),
});
const tieAnswer = z.strictObject({ kind: z.literal('tie'), a: optionId, b: optionId, winner: optionId });
const categoryAnswer = z.strictObject({
  kind: z.literal('category'),
  occupation: optionId,
  category: z.string().min(1).max(60),
});
const reasonAnswer = z.strictObject({
  kind: z.literal('reason'),
  occupation: optionId,
  reasons: z.array(reasonId).max(6),
});
const gapAnswer = z.strictObject({
  kind: z.literal('gap'),
  gap: z.string().min(1).max(100),
  frequency,
  dayOne: z.boolean().nullable(),
});
const orderAnswer = z.strictObject({
  kind: z.literal('order'),
  occupation: optionId,
  side: z.enum(['into', 'out']),
  steps: z.array(z.string().min(1).max(100)).max(30),
});
const validationAnswer = z.strictObject({
  kind: z.literal('validation'),
  pathway: optionId,
  of: z.enum(['step', 'transition']),
  target: z.string().min(1).max(120),
  opinion,
  reason: shortText.nullable(),
});
/** A preferred program, a source of talent or a recruitment practice: chosen or not. */
const preferenceAnswer = z.strictObject({
  kind: z.literal('preference'),
  entry: z.string().min(1).max(100),
  chosen: z.boolean(),
});
const commitmentAnswer = z.strictObject({
  kind: z.literal('commitment'),
  commitment: commitmentKind,
  /** The SMART action: what, how it is measured, by when. */
  what: shortText,
  measure: typedText().max(280),
  by: z.iso.date().nullable(),
  /** How to reach the person; goes to staff only. */
  contact: typedText().max(160),
});
const score = z.number().int().min(1).max(5);
const surveyAnswer = z.strictObject({
  kind: z.literal('survey'),
  useful: score,
  heard: score,
  clear: score,
  comment: shortText.nullable(),
});

export const answer = z.discriminatedUnion('kind', [
  figureAnswer,
  criticalAnswer,
  tieAnswer,
  categoryAnswer,
  reasonAnswer,
  gapAnswer,
  orderAnswer,
  validationAnswer,
  preferenceAnswer,
  commitmentAnswer,
  surveyAnswer,
]);
export type Answer = z.infer<typeof answer>;
export type AnswerKind = Answer['kind'];
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>;
