/** What every face shows around the activity: where the room is, who is here, in counts. No name, no answer. */
import * as z from 'zod';
import { activityKind, phaseName, phaseStatus, rule } from '../guide.ts';
import { stage } from '../roles.ts';

export const currentView = z.strictObject({
  activity: z.string(),
  /** Place in the guide, from 1, and how many there are. */
  number: z.number().int(),
  total: z.number().int(),
  kind: activityKind,
  phase: phaseName,
  title: z.string(),
  purpose: z.string(),
  prompt: z.string(),
  status: phaseStatus,
  round: z.number().int(),
  /** As fixed when the phase opened (V1); before, as it will be. */
  rule,
  timer: z.strictObject({
    plannedMs: z.number(),
    /** Epoch ms of the server at which it was opened last; null while not open. */
    openedAt: z.number().nullable(),
    /** Time spent open before `openedAt`. */
    spentMs: z.number(),
    /** Epoch ms at which the planned time (with extensions) is over; null while not open. */
    endsAt: z.number().nullable(),
  }),
});
export type CurrentView = z.infer<typeof currentView>;

export const headerView = z.strictObject({
  workshop: z.string(),
  title: z.string(),
  sector: z.string(),
  region: z.string(),
  stage,
  rehearsal: z.boolean(),
  locked: z.boolean(),
  code: z.string(),
  current: currentView,
  rail: z.array(
    z.strictObject({
      activity: z.string(),
      kind: activityKind,
      title: z.string(),
      status: z.enum(['upcoming', 'current', 'done']),
    }),
  ),
  presence: z.strictObject({
    firms: z.number().int(),
    people: z.number().int(),
    observers: z.number().int(),
    quorum: z.number().int(),
    belowQuorum: z.boolean(),
    sizeBands: z.array(z.strictObject({ band: z.string(), firms: z.number().int() })),
    subSectors: z.array(z.strictObject({ name: z.string(), firms: z.number().int() })),
  }),
  /** Firms of which at least one person has finished, of the firms present: turnout, never results (V5). */
  turnout: z.strictObject({ finished: z.number().int(), firms: z.number().int() }),
  spotlight: z
    .strictObject({
      kind: z.enum(['occupation', 'entry', 'step', 'transition']),
      id: z.string(),
      label: z.string(),
    })
    .nullable(),
  /** The competition rule was used: everything about the topic is hidden on every face. */
  topicStopped: z.boolean(),
  /** Counts up each time the facilitator nudges. */
  nudges: z.number().int(),
});
export type HeaderView = z.infer<typeof headerView>;
