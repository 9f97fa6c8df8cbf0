/**
 * What the room sees of the current phase. `results` is null until the reveal (V5) and holds aggregates only.
 * The screen and the phones get the same content; a phone adds its owner's part, a console what the facilitator may know.
 */
import * as z from 'zod';
import { commitmentKind, markableMeasure, reasonId } from '../answers.ts';
import { stepKind, stepSide, transitionKind } from '../map-change.ts';

const occupationRef = z.strictObject({ id: z.string(), title: z.string() });
export type OccupationRef = z.infer<typeof occupationRef>;

/** Who answered: firms first (V4), people beside, "cannot say" apart (V3). */
export const count = z.strictObject({
  firms: z.number().int(),
  people: z.number().int(),
  abstained: z.number().int(),
  belowQuorum: z.boolean(),
});
export type Count = z.infer<typeof count>;

export const figureView = z.strictObject({
  measure: z.string(),
  label: z.string(),
  /** For people: "189,100 a year", "at least $239,200 a year", "not available". */
  display: z.string(),
  flag: z.string().nullable(),
  flagSentence: z.string().nullable(),
  unit: z.string(),
  period: z.string(),
  area: z.string(),
  source: z.string(),
  /** Set where employers may mark it. */
  markable: markableMeasure.nullable(),
});
export type FigureView = z.infer<typeof figureView>;

/** An aggregate of estimates, or why it is withheld (V6). */
export const estimateView = z.union([
  z.strictObject({ median: z.number(), firms: z.number().int(), display: z.string() }),
  z.strictObject({ withheld: z.string() }),
]);
export type EstimateView = z.infer<typeof estimateView>;

export const cardView = z.strictObject({
  id: z.string(),
  title: z.string(),
  figures: z.array(figureView),
  programs: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      provider: z.string(),
      credential: z.string(),
      completions: z.number().nullable(),
    }),
  ),
});
export type CardView = z.infer<typeof cardView>;

export const figureResult = z.strictObject({
  occupation: z.string(),
  measure: markableMeasure,
  firms: z.number().int(),
  aboutRight: z.number().int(),
  tooLow: z.number().int(),
  tooHigh: z.number().int(),
  cannotSay: z.number().int(),
  /** What the firms' majority says of it. */
  direction: z.enum(['about_right', 'too_low', 'too_high', 'no_majority', 'nobody']),
  estimate: estimateView.nullable(),
});

const voteResult = z.strictObject({
  id: z.string(),
  title: z.string(),
  firms: z.number().int(),
  people: z.number().int(),
  rank: z.number().int(),
  tied: z.boolean(),
  kept: z.boolean(),
});
const gapResult = z.strictObject({
  gap: z.string(),
  label: z.string(),
  occupation: z.string(),
  firms: z.number().int(),
  cannotSay: z.number().int(),
  /** Mean of rarely 0, sometimes 1, often 2, almost always 3 over firms; null when nobody could say. */
  frequency: z.number().nullable(),
  /** Share of firms with an opinion that need it on day one. */
  dayOne: z.number().nullable(),
  rank: z.number().int(),
});
export const orderResult = z.strictObject({
  occupation: z.string(),
  side: z.enum(['into', 'out']),
  /** Steps in the room's order; `position` is the median place (1 first), `placedBy` the firms that placed it. */
  steps: z.array(
    z.strictObject({ id: z.string(), label: z.string(), position: z.number(), placedBy: z.number().int() }),
  ),
  /** Kendall's W, 0 to 1; null with fewer than two firms or two common steps. */
  agreement: z.number().nullable(),
  firms: z.number().int(),
});
export const validationResult = z.strictObject({
  pathway: z.string(),
  of: z.enum(['step', 'transition']),
  target: z.string(),
  label: z.string(),
  agree: z.number().int(),
  disagree: z.number().int(),
  cannotSay: z.number().int(),
  /** Agreeing share of firms with an opinion; null when none had one. */
  share: z.number().nullable(),
  verdict: z.enum(['validated', 'contested', 'undecided']),
  /** Disagreement reached the rule's dissent mark. */
  dissent: z.boolean(),
});
const commentView = z.strictObject({
  id: z.string(),
  occupation: z.string().nullable(),
  text: z.string(),
  theme: z.string().nullable(),
  author: z.string().nullable(),
});

export const stepView = z.strictObject({
  id: z.string(),
  kind: stepKind,
  label: z.string(),
  code: z.string().nullable(),
  side: stepSide,
  level: z.number().int(),
  row: z.number().int(),
  verdict: z.enum(['validated', 'contested', 'undecided']).nullable(),
  isNew: z.boolean(),
});
export type StepView = z.infer<typeof stepView>;
export const transitionView = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: transitionKind,
  months: z.number().nullable(),
  verdict: z.enum(['validated', 'contested', 'undecided']).nullable(),
  isNew: z.boolean(),
});
export type TransitionView = z.infer<typeof transitionView>;
export const pathwayView = z.strictObject({
  occupation: z.string(),
  title: z.string(),
  steps: z.array(stepView),
  transitions: z.array(transitionView),
});
export type PathwayView = z.infer<typeof pathwayView>;

const c = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

export const content = z.discriminatedUnion('kind', [
  c('welcome', {
    consentText: z.string(),
    competitionText: z.string(),
    retentionDays: z.number().int(),
    acknowledged: z.number().int(),
  }),
  c('figures', {
    cards: z.array(cardView),
    results: z.strictObject({ count, figures: z.array(figureResult) }).nullable(),
  }),
  c('nominate', {
    shortlist: z.array(occupationRef),
    nominations: z.array(
      z.strictObject({
        id: z.string(),
        option: z.string(),
        title: z.string(),
        matched: z.boolean(),
        inShortlist: z.boolean(),
      }),
    ),
    results: z.strictObject({ count }).nullable(),
  }),
  c('choose', {
    options: z.array(z.strictObject({ id: z.string(), title: z.string(), matched: z.boolean() })),
    min: z.number().int(),
    max: z.number().int(),
    keep: z.number().int(),
    results: z.strictObject({ count, votes: z.array(voteResult) }).nullable(),
  }),
  /** The prioritizing grid: every pair of the tied options is asked once. `places`: how many of them can be kept. */
  c('ties', {
    options: z.array(occupationRef),
    places: z.number().int(),
    results: z
      .strictObject({
        count,
        votes: z.array(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            wins: z.number(),
            rank: z.number().int(),
            kept: z.boolean(),
          }),
        ),
      })
      .nullable(),
  }),
  c('group', {
    categories: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    placed: z.array(z.strictObject({ id: z.string(), title: z.string(), category: z.string() })),
    results: z
      .strictObject({
        count,
        suggestions: z.array(
          z.strictObject({ occupation: z.string(), category: z.string(), firms: z.number().int() }),
        ),
      })
      .nullable(),
  }),
  c('reason', {
    occupations: z.array(occupationRef),
    results: z
      .strictObject({
        count,
        reasons: z.array(
          z.strictObject({
            occupation: z.string(),
            reason: reasonId,
            firms: z.number().int(),
            people: z.number().int(),
          }),
        ),
        themes: z.array(
          z.strictObject({ id: z.string(), label: z.string(), occupation: z.string().nullable() }),
        ),
        comments: z.array(commentView),
      })
      .nullable(),
  }),
  c('gap', {
    occupations: z.array(occupationRef),
    gaps: z.array(
      z.strictObject({
        id: z.string(),
        occupation: z.string(),
        label: z.string(),
        known: z.boolean(),
        added: z.boolean(),
      }),
    ),
    results: z.strictObject({ count, gaps: z.array(gapResult) }).nullable(),
  }),
  /** Without `results` the steps stand in the draft's order. */
  c('order', {
    pathways: z.array(
      z.strictObject({
        occupation: z.string(),
        title: z.string(),
        into: z.array(stepView),
        out: z.array(stepView),
      }),
    ),
    results: z.strictObject({ count, orders: z.array(orderResult) }).nullable(),
  }),
  c('map', { pathways: z.array(pathwayView), proposals: z.number().int(), results: z.null() }),
  c('validation', {
    /** What is asked in this round: everything in the first, the contested items in the later ones. */
    pathways: z.array(pathwayView),
    asked: z.array(
      z.strictObject({
        pathway: z.string(),
        of: z.enum(['step', 'transition']),
        target: z.string(),
        label: z.string(),
      }),
    ),
    results: z.strictObject({ count, items: z.array(validationResult) }).nullable(),
  }),
  c('preference', {
    entries: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['program', 'talent', 'practice']),
        label: z.string(),
        detail: z.string().nullable(),
        added: z.boolean(),
      }),
    ),
    results: z
      .strictObject({
        count,
        entries: z.array(
          z.strictObject({
            id: z.string(),
            kind: z.enum(['program', 'talent', 'practice']),
            label: z.string(),
            firms: z.number().int(),
            people: z.number().int(),
          }),
        ),
      })
      .nullable(),
  }),
  c('commitment', {
    offers: z.array(z.strictObject({ id: commitmentKind, label: z.string() })),
    results: z
      .strictObject({
        count,
        commitments: z.array(
          z.strictObject({
            commitment: commitmentKind,
            label: z.string(),
            firms: z.number().int(),
            named: z.array(z.string()),
          }),
        ),
      })
      .nullable(),
  }),
  c('close', {
    decisions: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()) })),
    next: z.array(z.string()),
    results: z
      .strictObject({
        count,
        useful: z.number().nullable(),
        heard: z.number().nullable(),
        clear: z.number().nullable(),
      })
      .nullable(),
  }),
  /** The topic was stopped: nothing of it is sent to anyone but the facilitator's log. */
  c('stopped', {}),
]);
export type Content = z.infer<typeof content>;
export type ContentKind = Content['kind'];
export type ContentOf<K extends ContentKind> = Extract<Content, { kind: K }>;
