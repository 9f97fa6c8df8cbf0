/** Commands that come from pages and from the server itself, through the same door as the room's: never over a socket. */
import * as z from 'zod';
import { guide, rule } from '../guide.ts';
import { stepKind, stepSide, transitionKind } from '../map-change.ts';
import { profile } from '../people.ts';
import { typedText } from '../typed-text.ts';

const id = z.string().min(1).max(100);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A draft pathway as staff prepared it for this workshop; the shape of `DraftPathway` in server/lmi. */
const setupPathway = z.strictObject({
  id: z.string().min(1).max(80),
  occupation: z.string().min(1).max(12),
  title: typedText().min(1).max(120),
  steps: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(80),
        kind: stepKind,
        label: typedText().min(1).max(120),
        code: z.string().max(60).nullable(),
        side: stepSide,
        level: z.number().int().min(-20).max(20),
        row: z.number().int().min(0).max(40),
      }),
    )
    .max(40),
  transitions: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(120),
        from: z.string().min(1).max(80),
        to: z.string().min(1).max(80),
        kind: transitionKind,
        months: z.number().int().min(0).max(480).nullable(),
      }),
    )
    .max(80),
  note: z.string().max(400),
});

export const workshopSetup = z.strictObject({
  title: typedText().min(1).max(120),
  sector: typedText().min(1).max(80),
  region: typedText().min(1).max(80),
  language: z.enum(['en']),
  datasetId: id,
  /** 8 to 20 occupation codes before the room can open; fewer while it is a draft. */
  shortlist: z.array(z.string().min(1).max(12)).max(20),
  guide,
  rule,
  /** Draft pathways changed for this workshop, by occupation; the others are the dataset's. */
  pathways: z.array(setupPathway).max(20),
  /** The host's own competition text, read out and acknowledged by each person. */
  competitionText: typedText().min(1).max(4000),
  /** Days after publication until personal data is erased (C5). */
  retentionDays: z.number().int().min(0).max(730),
});
export type WorkshopSetup = z.infer<typeof workshopSetup>;

export const decision = z.enum(['accepted', 'modified', 'rejected', 'proposed']);

export const staffCommands = [
  z.strictObject({ type: z.literal('workshop.prepare'), setup: workshopSetup }),
  z.strictObject({ type: z.literal('workshop.open') }),
  z.strictObject({ type: z.literal('workshop.review') }),
  z.strictObject({
    type: z.literal('adjustment.decide'),
    adjustments: z.array(id).min(1).max(500),
    decision,
    /** For `modified`: the value decided instead of the proposed one. */
    value: typedText().max(280).nullable(),
    rationale: typedText().max(2000),
    role: typedText().min(1).max(60),
  }),
  z.strictObject({ type: z.literal('workshop.publish'), revision: id, number: z.number().int().min(1) }),
  z.strictObject({
    type: z.literal('commitment.outcome'),
    participant: id,
    commitment: z.string().min(1).max(40),
    outcome: z.enum(['done', 'cancelled', 'carried_forward', 'in_progress']),
  }),
  /** A capability link is made: only the hash of its secret is kept. */
  z.strictObject({
    type: z.literal('seat.offer'),
    seat: id,
    kind: z.enum(['lead', 'co', 'remote', 'screen']),
    name: typedText().min(1).max(80),
    hash,
  }),
  /** The link is used once: the hash of the device's own token replaces it. */
  z.strictObject({ type: z.literal('seat.take'), seat: id, hash }),
  /** A person comes through the join page; `participant` is made by the server, `hash` is of the seat's token. */
  z.strictObject({ type: z.literal('participant.join'), participant: id, hash, profile }),
  /** The same person on another device, by a link from the first. */
  z.strictObject({ type: z.literal('participant.device'), participant: id, hash }),
] as const;
