/** What a live workshop needs from outside: the rules, the store, a clock, and a way to reach whoever is looking on. */
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { Ack, Delta, Goodbye, Snapshot } from '../../src/lib/protocol/delivery.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';
import type {
  ConsoleView,
  HostOwnView,
  OwnView,
  PhoneView,
  ScreenView,
} from '../../src/lib/protocol/views/faces.ts';
import type { Store } from '../store/port.ts';
import type { WorkshopEvent } from '../workshop/events.ts';
import type { Actor, Context, Decision, Reference } from '../workshop/ports.ts';
import type { WorkshopState } from '../workshop/state.ts';
import type { Live } from '../workshop/views/live.ts';
import type { SharedParts } from '../workshop/views/shared-parts.ts';
import type { Touched } from '../workshop/views/touched.ts';

/** The rules of a workshop as the room uses them; pure. */
export interface Rules {
  decide(state: WorkshopState, actor: Actor, command: Command, context: Context): Decision;
  apply(state: WorkshopState | null, event: WorkshopEvent): WorkshopState;
  /** What the three views below have in common at this moment, so that it is made once. */
  sharedParts(state: WorkshopState, now: number): SharedParts;
  screenView(state: WorkshopState, live: Live, shared?: SharedParts): ScreenView;
  phoneView(state: WorkshopState, live: Live, shared?: SharedParts): PhoneView;
  consoleView(state: WorkshopState, live: Live, shared?: SharedParts): ConsoleView;
  ownView(state: WorkshopState, participant: string): OwnView;
  hostOwnView(state: WorkshopState, seat: string): HostOwnView;
  /** Whose view an event can change. */
  touchedBy(event: WorkshopEvent): Touched;
}

/** One device that looks on. What it may see follows from the token it holds, asked anew after every change. */
export interface Viewer {
  readonly face: Face;
  /** SHA-256 of the device's token. */
  readonly hash: string;
  /** Whether it takes large messages packed. */
  readonly packs: boolean;
  enter(channel: string): void;
  leave(channel: string): void;
  snapshot(snapshot: Snapshot): void;
  goodbye(goodbye: Goodbye): void;
}

/** Carries a message to all who have entered a channel. */
export interface Outlet {
  delta(channel: string, delta: Delta): void;
  snapshot(channel: string, snapshot: Snapshot): void;
}

/** What was asked, by its kind, and what it got: for logs and metrics, and so never what was in it or who asked. */
export interface AnsweredCommand {
  workshop: string;
  /** null where the frame could not be read. */
  type: Command['type'] | null;
  /** Made by the sender: the journal has the same one. */
  id: string | null;
  ack: Ack;
  /** Since it came in. */
  seconds: number;
}

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RoomPorts {
  store: Store;
  rules: Rules;
  outlet: Outlet;
  log: Log;
  /** Epoch milliseconds. */
  now: () => number;
  /** Code list and dataset that a workshop stands on. */
  referenceFor: (datasetId: string) => Promise<Reference>;
  answered: (command: AnsweredCommand) => void;
  /** The store failed. `canBeRead`: the room could go back to what is stored, and can still be looked at. */
  storageFailed: (error: unknown, room: { canBeRead: boolean }) => void;
}
