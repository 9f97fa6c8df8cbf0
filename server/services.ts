/** What the pages may ask of the server, reached through `event.locals`. Types only: the work is done behind them. */
import type { WorkshopSetup } from '../src/lib/protocol/commands/staff.ts';
import type { Ack } from '../src/lib/protocol/delivery.ts';
import type { Face, Stage } from '../src/lib/protocol/roles.ts';
import type { Profile } from '../src/lib/protocol/people.ts';
import type { Snapshot } from '../src/lib/protocol/delivery.ts';
import type { Adjustment } from './lmi/adjustment.ts';
import type { CodeList } from './lmi/code-list.ts';
import type { Dataset } from './lmi/dataset.ts';
import type { StandsAgainst } from './lmi/disagreement.ts';
import type { Revision, RevisionSummary } from './lmi/revision.ts';
import type { ImportDesk } from './services/import-desk.ts';
import type { ImportMappings } from './services/import-mappings.ts';
import type { ImportPreview } from './import/preview.ts';
import type { FileBytes } from './import/tables/file-bytes.ts';
import type { ImportTemplate } from './import/templates.ts';
import type { Exported, ExportFormat } from './export/revision-export.ts';
import type { DatasetTable, FigureOrigin } from './services/dataset-table.ts';
import type { Reminder } from './services/calendar.ts';
import type { Comparison, RevisionOccupation, Why } from './services/revision-pages.ts';
import type { Replays } from './services/replay-types.ts';
import type { Comments } from './services/comment-types.ts';
import type { Materials } from './services/material-types.ts';
import type { PublicApi } from './services/api-types.ts';
import type { Explore } from './services/explore-types.ts';
import type { SupplyDetail, SupplyTable } from './services/supply-table.ts';
import type { StaffAccess, StaffAudit, StaffPrivacy, StaffSession } from './services/staff-types.ts';
import type { Vocabulary } from './services/vocabulary.ts';
import type { WorkshopState } from './workshop/state.ts';

export type { StaffSession };

export interface DatasetSummary {
  id: string;
  title: string;
  release: string;
  area: string;
  createdAt: string;
  occupations: number;
  observations: number;
  sources: string[];
}

export interface Datasets {
  codeList: CodeList;
  list(): Promise<DatasetSummary[]>;
  get(id: string): Promise<Dataset | null>;
  /** What measures, units and flags are called. */
  words: Vocabulary;
  /** As a table for people: a row for each occupation. */
  table(id: string): Promise<DatasetTable | null>;
  /** Supply beside demand: a line for each occupation that a program leads to. */
  supply(id: string): Promise<SupplyTable | null>;
  /** The programs behind one of them. */
  supplyFor(id: string, code: string): Promise<SupplyDetail | null>;
  /** Where one figure is from (A5). */
  figure(id: string, observation: string): Promise<FigureOrigin | null>;
  /** A file to fill in: `plumbline-long-template` or `plumbline-wide-template`. */
  template(name: string): ImportTemplate | null;
  /** Reads a file and reports; keeps the result until `commitImport` or a day has passed. Saves nothing else. */
  previewImport(
    content: Uint8Array | FileBytes,
    fileName: string,
    options: {
      title: string;
      area: string;
      base?: string | null;
      onlyKnown?: boolean;
      answers?: Readonly<Record<string, string>>;
      profile?: string | null;
    },
  ): Promise<{ importId: string | null; preview: ImportPreview }>;
  /** The same, on a desk of its own, with progress, questions and a way to stop it. */
  imports: ImportDesk;
  /** `revision`: the identifier of the one that a bundle brings. */
  pendingImport(
    importId: string,
  ): Promise<{ preview: ImportPreview; title: string; revision: string | null } | null>;
  /** A copy of this release with the pathways of a CTDL graph as its drafts: the release itself stays as it is. */
  withPathways(
    id: string,
    text: string,
  ): Promise<{ dataset: string; pathways: number } | { message: string }>;
  /** Saves the previewed dataset as a release; null when the preview is gone. */
  commitImport(importId: string): Promise<string | null>;
}

export interface WorkshopSummary {
  id: string;
  code: string;
  title: string;
  sector: string;
  region: string;
  stage: Stage;
  rehearsal: boolean;
  createdAt: number;
  people: number;
  firms: number;
  revision: { id: string; number: number } | null;
  /** While a published workshop holds personal data: until when it may (C5). */
  retainedUntil: number | null;
}

export interface GuideTemplate {
  id: string;
  title: string;
  savedAt: number;
  setup: Omit<WorkshopSetup, 'title'>;
}

export interface Workshops {
  list(): Promise<WorkshopSummary[]>;
  /** The state as it is now; read only. */
  get(id: string): Promise<WorkshopState | null>;
  create(setup: WorkshopSetup): Promise<string>;
  /** The guide and texts Plumbline ships, on this dataset, to start a workshop from. */
  blankSetup(datasetId: string): Promise<WorkshopSetup | null>;
  prepare(id: string, setup: WorkshopSetup): Promise<Ack>;
  /** A new draft with the same preparation and nobody in it. */
  duplicate(id: string): Promise<string>;
  open(id: string): Promise<Ack>;
  close(id: string): Promise<Ack>;
  startReview(id: string): Promise<Ack>;
  decide(
    id: string,
    session: StaffSession,
    input: {
      adjustments: string[];
      decision: 'accepted' | 'modified' | 'rejected' | 'proposed';
      value: string | null;
      rationale: string;
      role: string;
    },
  ): Promise<Ack>;
  /** Freezes the next revision of the dataset from the decisions; its id, or a refusal. */
  publish(id: string, session: StaffSession): Promise<{ revision: string } | { message: string }>;
  /** What the revision would be if it were published now. */
  draftRevision(id: string): Promise<Revision | null>;
  /** A rehearsal: a copy of the workshop with simulated employers; its id. */
  rehearse(id: string, employers: number): Promise<string>;
  /** Discards a rehearsal or a draft. */
  discard(id: string): Promise<void>;
  templates(): Promise<GuideTemplate[]>;
  saveTemplate(title: string, setup: WorkshopSetup): Promise<string>;
  removeTemplate(id: string): Promise<void>;
  /** What every face would show at this phase, with nobody in the room, for the preview before the day. */
  preview(
    id: string,
    activity: string,
    phase: string,
  ): Promise<Record<Face, { shared: Snapshot['view']; own: Snapshot['view'] }> | null>;
  /** Everything there is so far, as a zip (U6). */
  exportSoFar(id: string): Promise<{ fileName: string; bytes: Uint8Array } | null>;
}

/** Who stands at a door, and what may let them past a limit: being staff, or the token of a seat in that very room. */
export interface Visitor {
  address: string;
  isStaff: boolean;
  tokensFor: (workshop: string) => (string | undefined)[];
}

export type FoundRoom = { kind: 'unknown' | 'tooMany' } | { kind: 'room'; room: WorkshopState };

/** Seats: who may come in, and with what cookie. Tokens leave only as cookies. */
export interface Doors {
  /** A person joins; the device's token, or a refusal's sentence. */
  join(code: string, profile: Profile): Promise<{ token: string; workshop: string } | { message: string }>;
  /** A link's secret for another seat of the console, or for the screen. */
  offerSeat(
    workshop: string,
    by: 'staff' | { seat: string },
    kind: 'lead' | 'co' | 'remote' | 'screen',
    name: string,
  ): Promise<{ secret: string; seat: string } | { message: string }>;
  /** Takes a link's secret once; the device's token and where it leads. */
  takeSeat(
    code: string,
    secret: string,
  ): Promise<{ token: string; face: Face; workshop: string } | { message: string }>;
  /** A secret with which the same participant comes in on a second device. */
  offerDevice(workshop: string, token: string): Promise<{ secret: string } | { message: string }>;
  takeDevice(
    code: string,
    secret: string,
  ): Promise<{ token: string; workshop: string } | { message: string }>;
  /** Who holds this token in this workshop: for pages that must know before the socket opens. */
  seatOf(
    workshop: string,
    token: string | undefined,
  ): Promise<{ kind: 'participant' | 'lead' | 'co' | 'remote' | 'screen'; id: string } | null>;
  /** The room of a code somebody typed. Wrong codes are counted against the address, right ones never (R9, S3). */
  find(code: string, visitor: Visitor): Promise<FoundRoom>;
  /** Somebody has taken a seat of the workshop at this address, and others there will want one. */
  isHome(workshop: string, address: string): void;
}

export interface Revisions {
  list(): Promise<RevisionSummary[]>;
  get(id: string): Promise<Revision | null>;
  /** In one of its forms, as at its stable address; `table` for `csv`. Null where there is no such thing. */
  export(id: string, format: ExportFormat, table?: string): Promise<Exported | null>;
  /** One occupation as it stands in a revision, published and adjusted side by side (A1). */
  occupation(id: string, code: string): Promise<RevisionOccupation | null>;
  /** What differs between any two revisions, also of different releases. */
  compare(from: string, to: string): Promise<Comparison | null>;
  /** Why a number is what it is, down to the cell or the tally (A5). */
  why(id: string, asked: { figure: string } | { adjustment: string }): Promise<Why | null>;
  /** The zip at its stable address. */
  bundle(id: string): Promise<{ fileName: string; bytes: Uint8Array } | null>;
  /** `proceedings.html` as it is in the zip; null also where there was no workshop. */
  proceedings(id: string): Promise<string | null>;
  adjustments(workshop: string): Promise<Adjustment[]>;
  /** What this workshop says otherwise than another one whose word stands in the latest revision. */
  besideReview(workshop: string): Promise<StandsAgainst[]>;
}

export interface Services {
  staff: StaffAccess;
  audit: StaffAudit;
  privacy: StaffPrivacy;
  datasets: Datasets;
  /** What staff said of tables that Plumbline does not know by itself. */
  mappings: ImportMappings;
  workshops: Workshops;
  doors: Doors;
  revisions: Revisions;
  replays: Replays;
  explore: Explore;
  comments: Comments;
  api: PublicApi;
  materials: Materials;
  /** What of the datasets' year is due: refreshes, replays, consents that end. */
  reminders(): Promise<Reminder[]>;
  /** The same services, with every change written down under this person's name. */
  onBehalfOf(session: StaffSession): Services;
  /** `http://192.168.x.y:3000`: where phones in the room reach this server. */
  publicAddress(): string;
}
