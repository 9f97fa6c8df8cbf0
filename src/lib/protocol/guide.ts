/** The guide is data: an ordered list of activities, each of one kind, each with one or more phases that open and close. */
import * as z from 'zod';
import { typedText } from './typed-text.ts';

export const activityKind = z.enum([
  'welcome',
  'figures',
  'critical',
  'category',
  'reason',
  'gap',
  'pathway',
  'validation',
  'preference',
  'commitment',
  'close',
]);
export type ActivityKind = z.infer<typeof activityKind>;

export const phaseName = z.enum([
  'join',
  'mark',
  'nominate',
  'choose',
  'ties',
  'group',
  'tap',
  'rate',
  'order',
  'map',
  'vote',
  'tell',
  'offer',
  'survey',
]);
export type PhaseName = z.infer<typeof phaseName>;

export const phaseStatus = z.enum(['upcoming', 'open', 'closed', 'revealed']);
export type PhaseStatus = z.infer<typeof phaseStatus>;

/** What decides a result (V1, V2): shares are of firms with an opinion. Fixed when a phase opens. */
export const rule = z.strictObject({
  /** Agreement from which an item is validated. */
  threshold: z.number().min(0.5).max(1),
  /** Disagreement from which dissent is recorded with a validated item. */
  dissent: z.number().min(0).max(0.5),
  /** Share of firms present that must have an opinion, else undecided. */
  opinion: z.number().min(0).max(1),
  /** Firms in the room for a result to be without the mark "below quorum". */
  quorum: z.number().int().min(1).max(100),
});
export type Rule = z.infer<typeof rule>;

export const DEFAULT_RULE: Rule = { threshold: 0.75, dissent: 0.15, opinion: 0.5, quorum: 12 };

export const activity = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: activityKind,
  title: typedText().min(1).max(80),
  purpose: typedText().max(400),
  /** One prompt for each phase of the kind, in order. */
  prompts: z.array(typedText().min(1).max(240)).min(1).max(3),
  minutes: z.number().int().min(1).max(180),
  /** Only for `critical`: how many each employer chooses, and how many the room keeps. */
  choose: z
    .strictObject({
      min: z.number().int().min(1).max(5),
      max: z.number().int().min(1).max(8),
      keep: z.number().int().min(1).max(10),
    })
    .nullable(),
});
export type Activity = z.infer<typeof activity>;

export const guide = z.array(activity).min(1).max(30);
export type Guide = z.infer<typeof guide>;
