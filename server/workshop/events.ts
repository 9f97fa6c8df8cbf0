/** What happened: the only thing that changes a workshop's state, and what the journal keeps. */
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { PhaseName, Rule } from '../../src/lib/protocol/guide.ts';
import type { Consent, Profile } from '../../src/lib/protocol/people.ts';
import type { Adjustment, AdjustmentStatus } from '../lmi/adjustment.ts';
import type {
  Card,
  Deck,
  Entry,
  MapStep,
  MapTransition,
  Proposal,
  Seat,
  TopicStop,
  Undoable,
  WorkshopState,
} from './state.ts';

type At = { activity: string; phase: PhaseName };

export type WorkshopEvent =
  | {
      type: 'workshopCreated';
      id: string;
      code: string;
      at: number;
      rehearsal: boolean;
      setup: WorkshopSetup;
      deck: Deck;
    }
  | { type: 'workshopPrepared'; setup: WorkshopSetup; deck: Deck | null }
  | { type: 'workshopOpened'; at: number }
  | { type: 'workshopClosed'; at: number; adjustments: Adjustment[] }
  | { type: 'reviewStarted'; at: number }
  | {
      type: 'adjustmentsDecided';
      ids: string[];
      status: AdjustmentStatus;
      value: string | null;
      rationale: string;
      role: string;
      at: string;
    }
  | { type: 'workshopPublished'; at: number; revision: string; number: number }
  | {
      type: 'commitmentOutcomeSet';
      participant: string;
      commitment: string;
      outcome: WorkshopState['outcomes'][string];
    }
  | { type: 'seatOffered'; seat: Seat }
  | { type: 'seatTaken'; seat: string; hash: string }
  | { type: 'seatRevoked'; seat: string }
  | { type: 'leadMoved'; seat: string }
  | {
      type: 'participantJoined';
      participant: string;
      at: number;
      profile: Profile;
      hash: string | null;
      paper: boolean;
      firm: { id: string; name: string };
    }
  | { type: 'participantDeviceAdded'; participant: string; hash: string }
  | { type: 'participantsMerged'; from: string; into: string | null }
  | { type: 'participantRoleSet'; participant: string; role: 'employer' | 'observer' }
  | { type: 'participantFirmSet'; participant: string; firm: { id: string; name: string } }
  | { type: 'firmsMerged'; from: string; into: string | null }
  | { type: 'profileUpdated'; participant: string; profile: Profile; firm: { id: string; name: string } }
  | { type: 'consentSet'; participant: string; consent: Consent; at: number; until: number }
  | { type: 'groundRulesAcknowledged'; participant: string; at: number }
  | ({
      type: 'phaseOpened';
      at: number;
      round: number;
      rule: Rule;
      asked: string[] | null;
      ties: { options: string[]; places: number } | null;
    } & At)
  | ({ type: 'phaseClosed'; at: number; electorate: string[] } & At)
  | ({ type: 'phaseRevealed'; at: number; critical: string[] | null } & At)
  /** Takes a reveal back. */
  | ({ type: 'revealTaken'; critical: string[] } & At)
  | ({ type: 'phaseExtended'; ms: number } & At)
  | ({ type: 'guideMoved' } & At)
  /** Cards of nominated occupations that were not on the short-list. */
  | { type: 'cardsAdded'; cards: Card[] }
  | { type: 'roomLocked'; locked: boolean }
  | { type: 'nudged' }
  | { type: 'spotlightSet'; target: WorkshopState['spotlight'] }
  | { type: 'topicStopped'; stop: TopicStop }
  | { type: 'topicResumed'; at: number }
  | { type: 'noteAdded'; id: string; at: number; activity: string; text: string; decision: boolean }
  | { type: 'noteEdited'; note: string; text: string }
  | ({
      type: 'answerStored';
      participant: string;
      round: number;
      question: string;
      answer: Answer;
      at: number;
      via: 'self' | 'paper';
    } & At)
  | ({ type: 'answerCleared'; participant: string; round: number; question: string } & At)
  | ({ type: 'finishedSet'; participant: string; round: number; finished: boolean; at: number } & At)
  | { type: 'entryAdded'; entry: Entry }
  | { type: 'entryWithdrawn'; entry: string; withdrawn: boolean }
  | { type: 'entryHidden'; entry: string; hidden: boolean }
  | { type: 'entryReleased'; entry: string; released: boolean }
  | { type: 'entriesMerged'; entries: string[]; into: string | null }
  | { type: 'entryRenamed'; entry: string; label: string }
  | { type: 'entryMatched'; entry: string; code: string | null; label: string; card: Card | null }
  | { type: 'entryThemed'; entry: string; theme: string | null }
  | { type: 'categoryPlaced'; occupation: string; category: string | null }
  | { type: 'stepPut'; pathway: string; step: MapStep }
  | { type: 'transitionPut'; pathway: string; transition: MapTransition }
  | {
      type: 'mapAdopted';
      pathway: string;
      adopted: { at: number; round: number } | null;
      steps: { id: string; level: number; row: number }[];
    }
  | { type: 'proposalMade'; proposal: Proposal }
  | { type: 'proposalSettled'; proposal: string; status: Proposal['status'] }
  | { type: 'undoPushed'; undo: Undoable }
  | { type: 'undoTaken'; undo: string };

export type EventType = WorkshopEvent['type'];
export type EventOf<T extends EventType> = Extract<WorkshopEvent, { type: T }>;
