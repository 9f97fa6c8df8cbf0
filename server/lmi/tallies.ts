/**
 * The tallies of a workshop as rows: every item that was put to the room, also those nobody voted on, each with its question (U6).
 * Aggregates by firm with people beside (V4); nobody's single answer.
 */
import * as z from 'zod';
import { stepKind, stepSide, transitionKind } from './pathway.ts';

const count = z.number().int().nonnegative();
const verdict = z.enum(['validated', 'contested', 'undecided']).nullable();

const criticalVote = z.strictObject({
  /** Occupation code; the nomination's id while a write-in is not matched. */
  occupation: z.string(),
  title: z.string(),
  people: count,
  firms: count,
  rank: z.number().int(),
  round: z.number().int(),
});
export type CriticalVoteRow = z.infer<typeof criticalVote>;

const gapRow = z.strictObject({
  occupation: z.string(),
  gap: z.string(),
  label: z.string(),
  /** The dataset's skill it is, where it is one. */
  skill: z.string().nullable(),
  frequency: z.number().nullable(),
  dayOne: z.number().nullable(),
  /** Null, like the counts, while the question is not closed. */
  rank: z.number().int().nullable(),
  firms: count.nullable(),
  people: count.nullable(),
  cannotSay: count.nullable(),
  round: z.number().int(),
  question: z.string(),
});
export type GapRow = z.infer<typeof gapRow>;

const preferenceRow = z.strictObject({
  id: z.string(),
  kind: z.enum(['program', 'talent', 'practice']),
  label: z.string(),
  /** The dataset's program it is, where it is one. */
  program: z.string().nullable(),
  firms: count.nullable(),
  people: count.nullable(),
  round: z.number().int(),
  question: z.string(),
});
export type PreferenceRow = z.infer<typeof preferenceRow>;

const vote = {
  pathway: z.string(),
  id: z.string(),
  origin: z.enum(['draft', 'room']),
  removed: z.boolean(),
  verdict,
  agree: count.nullable(),
  disagree: count.nullable(),
  cannotSay: count.nullable(),
  round: z.number().int(),
  question: z.string(),
};

const stepRow = z.strictObject({
  kind: stepKind,
  label: z.string(),
  code: z.string().nullable(),
  side: stepSide,
  level: z.number().int(),
  row: z.number().int(),
  ...vote,
});
export type StepRow = z.infer<typeof stepRow>;

const transitionRow = z.strictObject({
  from: z.string(),
  to: z.string(),
  kind: transitionKind,
  months: z.number().int().nullable(),
  ...vote,
});
export type TransitionRow = z.infer<typeof transitionRow>;

/** One choice of one question: how many took it. `value` for what is no count: a median place, a mean. Choice `answered`: all who did. */
const choiceRow = z.strictObject({
  activity: z.string(),
  phase: z.string(),
  round: z.number().int(),
  question: z.string(),
  target: z.string(),
  title: z.string(),
  choice: z.string(),
  value: z.number().nullable(),
  /** Null while the question is not closed, or where it is not counted. */
  firms: count.nullable(),
  people: count.nullable(),
  /** On `answered`: what the tally gives, in a word. */
  result: z.string().nullable(),
  status: z.enum(['upcoming', 'open', 'closed', 'revealed', 'stopped']),
});
export type ChoiceRow = z.infer<typeof choiceRow>;

export const tallies = z.strictObject({
  critical: z.array(criticalVote),
  gaps: z.array(gapRow),
  preferences: z.array(preferenceRow),
  steps: z.array(stepRow),
  transitions: z.array(transitionRow),
  choices: z.array(choiceRow),
});
export type Tallies = z.infer<typeof tallies>;
