/**
 * The state of one workshop: plain data, ids as keys, nothing that JSON cannot hold. Only `apply` changes it.
 * Answers are kept by phase, round, question and participant, so that reopening and new rounds never wipe anything.
 */
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { EntryKind } from '../../src/lib/protocol/entries.ts';
import type { PhaseName, PhaseStatus, Rule } from '../../src/lib/protocol/guide.ts';
import type { PhaseKey } from '../../src/lib/protocol/phases.ts';
import type { MapChange } from '../../src/lib/protocol/map-change.ts';
import type { Consent, Profile } from '../../src/lib/protocol/people.ts';
import type { Stage } from '../../src/lib/protocol/roles.ts';
import type { Observation, Program, Skill, Source } from '../lmi/dataset.ts';
import type { Step, Transition, DraftPathway } from '../lmi/pathway.ts';
import type { Adjustment } from '../lmi/adjustment.ts';

export const STATE_VERSION = 1;

/** What the room knows of one occupation: an excerpt of the dataset release, frozen when the workshop is prepared (A5). */
export interface Card {
  code: string;
  title: string;
  /** The category its code gives: SOC major group. */
  group: { id: string; title: string };
  observations: Observation[];
  skills: Skill[];
  programs: Program[];
}

/** The excerpt of the dataset a workshop works on. */
export interface Deck {
  datasetId: string;
  release: string;
  sources: Source[];
  cards: Record<string, Card>;
  pathways: Record<string, DraftPathway>;
}

export interface Participant {
  id: string;
  profile: Profile;
  firm: string;
  /** SHA-256 of the tokens of the devices that hold this seat. */
  devices: string[];
  joinedAt: number;
  /** Entered by the facilitator for a person without a phone. */
  paper: boolean;
  consent: (Consent & { at: number; until: number }) | null;
  groundRulesAt: number | null;
  mergedInto: string | null;
}

/** One firm counts once, however many people it sends (V4). */
export interface Firm {
  id: string;
  name: string;
  mergedInto: string | null;
}

export interface Seat {
  id: string;
  kind: 'lead' | 'co' | 'remote' | 'screen';
  name: string;
  /** Hash of the link's secret until it is taken, of the device's token afterwards. */
  hash: string;
  taken: boolean;
  revoked: boolean;
}

export interface StoredAnswer {
  answer: Answer;
  at: number;
  via: 'self' | 'paper';
  /** Journal-wide count, so that of two answers the later one is known. */
  order: number;
}

export interface RoundState {
  /** Fixed when the round opened first (V1); null before. */
  rule: Rule | null;
  /** Firms with an employer in the room when the round closed last: the electorate. */
  electorate: string[];
  /** For `vote`: what is asked in this round, fixed when it opens; null means everything. */
  asked: string[] | null;
  /** question -> participant -> answer */
  answers: Record<string, Record<string, StoredAnswer>>;
  /** participant -> finished at */
  finished: Record<string, number>;
  /** Options of a tie-break, fixed when it opens; places left for them. */
  ties: { options: string[]; places: number } | null;
}

export interface PhaseState {
  status: PhaseStatus;
  /** Current round, from 1. */
  round: number;
  rounds: RoundState[];
  openedAt: number | null;
  spentMs: number;
  extendedMs: number;
}

export interface Entry {
  id: string;
  kind: EntryKind;
  activity: string;
  occupation: string | null;
  code: string | null;
  label: string;
  /** Participant id, seat id, or null for what came with the deck. */
  by: string | null;
  at: number;
  hidden: boolean;
  withdrawn: boolean;
  warning: 'money' | 'no_hire' | null;
  /** A warned entry is held until a facilitator releases it (C2). */
  released: boolean;
  mergedInto: string | null;
  theme: string | null;
}

export interface MapStep extends Step {
  /** Who brought it: 'draft', 'room' (an adopted order or a facilitator), or a proposal's id. */
  origin: string;
  removed: boolean;
  /** As the draft had it, for the diff; null when new. */
  draft: Step | null;
}
export interface MapTransition extends Transition {
  origin: string;
  removed: boolean;
  draft: Transition | null;
}
export interface PathwayMap {
  occupation: string;
  steps: Record<string, MapStep>;
  transitions: Record<string, MapTransition>;
  /** When the room's order was last taken onto the map, and from which round. */
  adopted: { at: number; round: number } | null;
}

export interface Proposal {
  id: string;
  by: string;
  at: number;
  pathway: string;
  change: MapChange;
  status: 'waiting' | 'accepted' | 'dismissed';
}

export interface Note {
  id: string;
  at: number;
  activity: string;
  text: string;
  decision: boolean;
}

export interface TopicStop {
  at: number;
  activity: string;
  phase: PhaseName;
  reason: string;
  resumedAt: number | null;
}

export interface Undoable {
  id: string;
  label: string;
  at: number;
  /** Events that put things back. */
  inverse: WorkshopEventJson[];
}
/** An event as stored; typed in `events.ts` (which imports this file). */
export type WorkshopEventJson = { type: string } & Record<string, unknown>;

export interface WorkshopState {
  version: typeof STATE_VERSION;
  id: string;
  /** Six symbols without look-alikes, shown as K7M-2QX. */
  code: string;
  createdAt: number;
  rehearsal: boolean;
  stage: Stage;
  setup: WorkshopSetup;
  deck: Deck;
  locked: boolean;
  current: { activity: string; phase: PhaseName };
  phases: Record<PhaseKey, PhaseState>;
  participants: Record<string, Participant>;
  firms: Record<string, Firm>;
  seats: Record<string, Seat>;
  entries: Record<string, Entry>;
  /** occupation (option id) -> category entry id, where the facilitator moved it. */
  placements: Record<string, string>;
  /** The room's critical occupations in rank order, as revealed; empty before. */
  critical: string[];
  maps: Record<string, PathwayMap>;
  proposals: Record<string, Proposal>;
  notes: Record<string, Note>;
  spotlight: { kind: 'occupation' | 'entry' | 'step' | 'transition'; id: string } | null;
  stops: TopicStop[];
  topicStopped: boolean;
  nudges: number;
  undo: Undoable[];
  adjustments: Record<string, Adjustment>;
  /** `${participant}/${commitment}` -> outcome */
  outcomes: Record<string, 'done' | 'cancelled' | 'carried_forward' | 'in_progress'>;
  openedAt: number | null;
  closedAt: number | null;
  publishedAt: number | null;
  revision: { id: string; number: number } | null;
  /** Counts stored answers. */
  order: number;
}
