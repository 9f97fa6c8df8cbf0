/**
 * Everything that is said and everything that goes wrong, drawn from the seed before the run begins: who says what under
 * which id and when, which line breaks how and when, when the server is killed. Pure: the same arguments give the same schedule.
 */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import { Stream } from '../../server/rehearsal/stream.ts';
import { faultsOf, killsOf } from './faults.ts';
import type { Fault, Kill } from './faults.ts';
import { ASKED, hostSays, phoneSays } from './sayings.ts';
import type { Asked } from './sayings.ts';

export interface Move {
  id: string;
  /** From the beginning of the scene. */
  atMs: number;
  command: RoomCommand;
}

export interface Scene {
  asked: Asked;
  lengthMs: number;
  /** The facilitator's, one after the other, before anything goes wrong. */
  opening: Move[];
  /** By speaker: the facilitator, then the phones. */
  said: Move[][];
  /** By speaker, when everything is mended: every view changes once more, so that what was missed shows. */
  lastWords: Move[];
  /** When all is equal again: some lines are black for a moment in which the room changes, and nothing on them asks why. */
  unseen: { clients: number[]; change: Move; next: Move };
  closing: Move[];
  /** By client: the facilitator, the phones, the screen. */
  faults: Fault[][];
  kills: Kill[];
}

export interface ScheduleOptions {
  seed: number;
  clients: number;
  commands: number;
  kills: number;
}

/** In a scene so many commands, in so much time at most; a short run has short scenes, and so shorter black holes. */
const COMMANDS_A_SCENE = 500;
const MOST_SCENES = 10;
/** Commands of the moment that some do not see. */
const UNSEEN = 2;
const SCENE_MS = { least: 6_000, most: 32_000, perCommand: 3.2 };

export function scheduleOf(options: ScheduleOptions): Scene[] {
  const { seed, clients, commands, kills } = options;
  const speakers = clients - 1;
  const many = Math.min(MOST_SCENES, Math.max(1, Math.round(commands / COMMANDS_A_SCENE)));
  const lengthMs = Math.min(SCENE_MS.most, Math.max(SCENE_MS.least, commands * SCENE_MS.perCommand));
  const frames = Array.from({ length: many }, (_, index) => frameOf(seed, index));
  const framing = frames.reduce((sum, { opening, closing }) => sum + opening.length + closing.length, 0);
  const share = shares(commands - framing - many * (speakers + UNSEEN), many * speakers);
  return frames.map((frame, index) => {
    const said = Array.from({ length: speakers }, (_, speaker) =>
      saidBy(seed, index, speaker, frame.asked, share[index * speakers + speaker] ?? 0, lengthMs),
    );
    return {
      ...frame,
      lengthMs,
      said,
      lastWords: said.map((_, speaker) => lastWord(new Stream(seed, 'last', index, speaker), speaker)),
      unseen: unseenIn(new Stream(seed, 'unseen', index), frame.asked, clients),
      faults: Array.from({ length: clients }, (_, client) =>
        faultsOf(new Stream(seed, 'faults', index, client), lengthMs),
      ),
      kills: killsOf(new Stream(seed, 'kills', index), shares(kills, many)[index] ?? 0, lengthMs),
    };
  });
}

function frameOf(seed: number, index: number): Pick<Scene, 'asked' | 'opening' | 'closing'> {
  const stream = new Stream(seed, 'frame', index);
  const place = ASKED[index % ASKED.length] ?? { activity: 'figures', phase: 'mark' };
  const round = Math.floor(index / ASKED.length) + 1;
  const move = (command: RoomCommand): Move => ({ id: stream.uuid(), atMs: 0, command });
  const isHidden = place.phase === 'choose';
  return {
    asked: { ...place, round },
    opening: [
      move({ type: 'guide.go', ...place }),
      move({ type: round === 1 ? 'phase.open' : 'phase.round', ...place }),
    ],
    closing: [
      move({ type: 'phase.close', ...place }),
      ...(isHidden ? [] : [move({ type: 'phase.reveal', ...place })]),
    ],
  };
}

function saidBy(
  seed: number,
  scene: number,
  speaker: number,
  asked: Asked,
  many: number,
  lengthMs: number,
): Move[] {
  const stream = new Stream(seed, 'said', scene, speaker);
  const times = Array.from({ length: many }, () => stream.whole(0, lengthMs - 200)).sort((a, b) => a - b);
  const mine: string[] = [];
  const middle = Math.floor(many / 2);
  return times.map((atMs, index) => {
    const id = stream.uuid();
    if (speaker === 0 && many > 4 && (index === middle || index === middle + 1)) {
      // Closed and opened again while people answer: some of them hear that it is not open.
      const type = index === middle ? ('phase.close' as const) : ('phase.reopen' as const);
      return { id, atMs, command: { type, activity: asked.activity, phase: asked.phase } };
    }
    if (speaker === 0) return { id, atMs, command: hostSays(stream, asked) };
    if (scene === 0 && index === 0) return { id, atMs: 0, command: { type: 'ground-rules.acknowledge' } };
    const command = phoneSays(stream, asked, mine);
    if (command.type === 'entry.add') mine.push(id);
    return { id, atMs, command };
  });
}

/** The facilitator's own line stays; half of the others are black. */
function unseenIn(stream: Stream, { activity, phase }: Asked, clients: number): Scene['unseen'] {
  const others = Array.from({ length: clients - 1 }, (_, index) => index + 1);
  const minutes = stream.whole(1, 5);
  return {
    clients: stream.shuffled(others).slice(0, Math.ceil(others.length / 2)),
    change: { id: stream.uuid(), atMs: 0, command: { type: 'phase.extend', activity, phase, minutes } },
    next: { id: stream.uuid(), atMs: 0, command: { type: 'room.nudge' } },
  };
}

function lastWord(stream: Stream, speaker: number): Move {
  const id = stream.uuid();
  if (speaker === 0) return { id, atMs: 0, command: { type: 'room.nudge' } };
  const consent = { named: stream.chance(0.5), quoted: stream.chance(0.5) };
  return { id, atMs: 0, command: { type: 'consent.set', consent } };
}

/** Whole numbers that differ by one at most and make `total`. */
function shares(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor((total + index) / parts));
}
