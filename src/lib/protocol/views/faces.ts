/** One view a face, each an allow-list (R7): what is not named here does not leave the server. */
import * as z from 'zod';
import { answer, commitmentKind } from '../answers.ts';
import { phaseName, phaseStatus } from '../guide.ts';
import { mapChange } from '../map-change.ts';
import { consent, profile } from '../people.ts';
import { content } from './content.ts';
import { headerView } from './header.ts';

/** One entry the room is looking at together. */
const spotlit = z.strictObject({ text: z.string() }).nullable();

/** `failing`: the room can be read, nothing can be saved (N6). */
const storage = z.enum(['ok', 'failing']);

export const screenView = z.strictObject({
  face: z.literal('screen'),
  header: headerView,
  content,
  /** A dot a firm, filled when it has finished; in the order the firms came, without names. */
  dots: z.array(z.boolean()),
  spotlit,
  storage,
});
export type ScreenView = z.infer<typeof screenView>;

export const phoneView = z.strictObject({
  face: z.literal('phone'),
  header: headerView,
  content,
  spotlit,
  storage,
});
export type PhoneView = z.infer<typeof phoneView>;

/** The private part of one participant: everything here is the person's own. */
export const ownView = z.strictObject({
  participant: z.string(),
  role: z.enum(['employer', 'observer']),
  profile,
  consent: consent.extend({ until: z.number() }).nullable(),
  groundRulesAt: z.number().nullable(),
  finished: z.boolean(),
  /** One's answers in the current phase and round. */
  answers: z.array(answer),
  /** One's own entries in the current phase. */
  entries: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      occupation: z.string().nullable(),
      label: z.string(),
      held: z.boolean(),
    }),
  ),
  /** One's own map proposals and what became of them. */
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      pathway: z.string(),
      summary: z.string(),
      status: z.enum(['waiting', 'accepted', 'dismissed']),
    }),
  ),
  commitments: z.array(z.strictObject({ commitment: commitmentKind, label: z.string(), what: z.string() })),
});
export type OwnView = z.infer<typeof ownView>;

/** The private part of a facilitator's device. */
export const hostOwnView = z.strictObject({
  seat: z.string(),
  kind: z.enum(['lead', 'co', 'remote']),
  name: z.string(),
});
export type HostOwnView = z.infer<typeof hostOwnView>;

export const consoleView = z.strictObject({
  face: z.literal('console'),
  header: headerView,
  /** With results as soon as the phase is closed, before the room sees them. */
  content,
  /** What the room sees now, when it differs (before the reveal, topic stopped). */
  revealed: z.boolean(),
  plan: z.array(
    z.strictObject({
      activity: z.string(),
      phase: phaseName,
      title: z.string(),
      phaseTitle: z.string(),
      status: phaseStatus,
      current: z.boolean(),
      /** `ties` when there is nothing tied. */
      skipped: z.boolean(),
      round: z.number().int(),
      plannedMs: z.number(),
      spentMs: z.number(),
    }),
  ),
  /** What each control would do now, in a sentence; null where it is not possible. */
  controls: z.strictObject({
    open: z.string().nullable(),
    close: z.string().nullable(),
    reveal: z.string().nullable(),
    reopen: z.string().nullable(),
    round: z.string().nullable(),
    next: z.string().nullable(),
    back: z.string().nullable(),
    undo: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
    closeWorkshop: z.string().nullable(),
  }),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      organisation: z.string(),
      firm: z.string(),
      role: z.enum(['employer', 'observer']),
      paper: z.boolean(),
      connected: z.boolean(),
      /** Never what they chose, only that they have. */
      finished: z.boolean(),
      groundRules: z.boolean(),
      named: z.boolean(),
    }),
  ),
  firms: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      people: z.number().int(),
      similarTo: z.string().nullable(),
    }),
  ),
  seats: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['lead', 'co', 'remote', 'screen']),
      taken: z.boolean(),
      connected: z.boolean(),
    }),
  ),
  entries: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      occupation: z.string().nullable(),
      code: z.string().nullable(),
      label: z.string(),
      hidden: z.boolean(),
      /** Waits for release because it names money or a no-hire agreement (C2). */
      held: z.boolean(),
      warning: z.enum(['money', 'no_hire']).nullable(),
      mergedInto: z.string().nullable(),
      theme: z.string().nullable(),
      /** Known duplicates by label. */
      similarTo: z.string().nullable(),
    }),
  ),
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      pathway: z.string(),
      change: mapChange,
      summary: z.string(),
      status: z.enum(['waiting', 'accepted', 'dismissed']),
    }),
  ),
  notes: z.array(
    z.strictObject({
      id: z.string(),
      at: z.number(),
      activity: z.string(),
      text: z.string(),
      decision: z.boolean(),
    }),
  ),
  /** Steps and transitions taken off the map, which can be put back. */
  removed: z.array(
    z.strictObject({
      pathway: z.string(),
      of: z.enum(['step', 'transition']),
      id: z.string(),
      label: z.string(),
    }),
  ),
  stops: z.array(
    z.strictObject({
      at: z.number(),
      activity: z.string(),
      reason: z.string(),
      resumedAt: z.number().nullable(),
    }),
  ),
  storage,
});
export type ConsoleView = z.infer<typeof consoleView>;

export const sharedView = z.discriminatedUnion('face', [screenView, phoneView, consoleView]);
export type SharedView = z.infer<typeof sharedView>;
