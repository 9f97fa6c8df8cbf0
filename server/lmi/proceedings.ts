/**
 * The proceedings of a workshop: who was there, by consent; what was shown; what was asked, by which rule and in which round;
 * what came of it; what was decided and promised. Plain data; the parts marked personal are what erasure removes (C3, C5).
 */
import * as z from 'zod';

const cell = z.string();

/** A result as a table; numbers are already in words, with their base beside them (V3). */
const resultTable = z.strictObject({
  caption: z.string(),
  columns: z.array(z.strictObject({ label: z.string(), isNumber: z.boolean() })),
  rows: z.array(z.array(cell)),
  /** What a reader must know beside it: "below quorum", "withheld: fewer than 5 firms". */
  remarks: z.array(z.string()),
});
export type ResultTable = z.infer<typeof resultTable>;

const question = z.strictObject({
  phase: z.string(),
  /** As it stood on the screen. */
  prompt: z.string(),
  status: z.enum(['not asked', 'open', 'answered', 'stopped']),
  round: z.number().int(),
  /** The rule in words, as it was fixed when the question opened (V1); null where it was never opened. */
  rule: z.string().nullable(),
  belowQuorum: z.boolean(),
  /** Firms in the room when it closed, firms and people who answered. */
  electorate: z.number().int(),
  firms: z.number().int(),
  people: z.number().int(),
  results: z.array(resultTable),
});
export type ProceedingsQuestion = z.infer<typeof question>;

const section = z.strictObject({
  activity: z.string(),
  number: z.number().int(),
  title: z.string(),
  purpose: z.string(),
  plannedMinutes: z.number().int(),
  actualMinutes: z.number().int(),
  questions: z.array(question),
  /** Personal: what the facilitator wrote down. */
  notes: z.array(z.string()),
});
export type ProceedingsSection = z.infer<typeof section>;

const attendance = z.strictObject({
  firms: z.number().int(),
  employers: z.number().int(),
  observers: z.number().int(),
  quorum: z.number().int(),
  belowQuorum: z.boolean(),
  groundRulesAcknowledged: z.number().int(),
  sizeBands: z.array(z.strictObject({ band: z.string(), firms: z.number().int() })),
  subSectors: z.array(z.strictObject({ name: z.string(), firms: z.number().int() })),
  /** Personal: only who agreed to be named, while that is valid. */
  named: z.array(
    z.strictObject({
      name: z.string(),
      organisation: z.string(),
      jobTitle: z.string().nullable(),
      role: z.enum(['employer', 'observer']),
    }),
  ),
});

export const proceedings = z.strictObject({
  version: z.literal(1),
  /** False while the workshop is not closed: an interim record. */
  isFinal: z.boolean(),
  writtenAt: z.string(),
  workshop: z.strictObject({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    sector: z.string(),
    region: z.string(),
    isRehearsal: z.boolean(),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
  }),
  shown: z.strictObject({
    dataset: z.string(),
    release: z.string(),
    sources: z.array(
      z.strictObject({
        title: z.string(),
        publisher: z.string(),
        release: z.string(),
        licence: z.string(),
        url: z.string().nullable(),
      }),
    ),
    occupations: z.array(z.strictObject({ code: z.string(), title: z.string() })),
  }),
  attendance,
  competitionText: z.string(),
  /** When a topic was stopped by the competition rule; never what it was. */
  stops: z.array(z.strictObject({ at: z.string(), activity: z.string() })),
  sections: z.array(section),
  /** Personal: comments of the room, with an author only by consent. */
  quotes: z.array(
    z.strictObject({
      text: z.string(),
      about: z.string().nullable(),
      theme: z.string().nullable(),
      author: z.string().nullable(),
    }),
  ),
  /** Personal: notes the facilitator marked as decisions. */
  roomDecisions: z.array(z.string()),
  /** What staff ruled on the room's proposals. */
  rulings: z.array(
    z.strictObject({
      adjustment: z.string(),
      title: z.string(),
      proposed: z.string(),
      status: z.string(),
      decided: z.string(),
      rationale: z.string(),
      evidence: z.string(),
    }),
  ),
  commitments: z.array(
    z.strictObject({
      label: z.string(),
      firms: z.number().int(),
      /** Personal: the actions of those who agreed to be named; contacts are never here. */
      actions: z.array(
        z.strictObject({
          who: z.string(),
          what: z.string(),
          measure: z.string(),
          by: z.string().nullable(),
          outcome: z.string().nullable(),
        }),
      ),
    }),
  ),
  retention: z.string(),
});
export type Proceedings = z.infer<typeof proceedings>;
