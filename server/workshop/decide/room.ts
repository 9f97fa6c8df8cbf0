/** The room around the guide: lock, spotlight, stopping a topic (C), notes, seats, undo, closing. */
import type { CommandType } from '../../../src/lib/protocol/commands/index.ts';
import type { WorkshopEvent } from '../events.ts';
import { firmsPresent } from '../firms.ts';
import { phaseOf } from '../phases.ts';
import { proposeAdjustments } from '../proposals.ts';
import type { WorkshopState } from '../state.ts';
import { happened, refuse, undoable } from './handler.ts';
import type { Deciders } from './handler.ts';

type RoomCommand = Extract<
  CommandType,
  | `room.${string}`
  | `spotlight.${string}`
  | `topic.${string}`
  | `note.${string}`
  | `seat.${string}`
  | 'workshop.close'
>;

/** Closing with a question open locks it first, so that nothing answered is lost. */
function closeOpenPhase(state: WorkshopState, now: number): WorkshopEvent[] {
  return phaseOf(state, state.current).status === 'open'
    ? [{ type: 'phaseClosed', ...state.current, at: now, electorate: firmsPresent(state) }]
    : [];
}

export const roomDeciders: Deciders<RoomCommand> = {
  'room.lock'(state, _actor, command, context) {
    return undoable(
      context,
      command.locked ? 'Lock the room' : 'Unlock the room',
      [{ type: 'roomLocked', locked: command.locked }],
      [{ type: 'roomLocked', locked: state.locked }],
    );
  },
  'room.nudge': () => happened({ type: 'nudged' }),
  'room.undo'(state, _actor, command) {
    const last = state.undo.at(-1);
    if (!last || last.id !== command.undo) return refuse('nothing_to_undo');
    return happened(...(last.inverse as unknown as WorkshopEvent[]), { type: 'undoTaken', undo: last.id });
  },
  'spotlight.set'(state, _actor, command, context) {
    if (command.target?.kind === 'entry' && !state.entries[command.target.id]) return refuse('not_found');
    return undoable(
      context,
      command.target ? 'Spotlight' : 'Take the spotlight off',
      [{ type: 'spotlightSet', target: command.target }],
      [{ type: 'spotlightSet', target: state.spotlight }],
    );
  },
  'topic.stop'(state, _actor, command, context) {
    if (state.topicStopped) return refuse('already_moved');
    return happened({
      type: 'topicStopped',
      stop: { at: context.now, ...state.current, reason: command.reason, resumedAt: null },
    });
  },
  'topic.resume'(state, _actor, _command, context) {
    return state.topicStopped ? happened({ type: 'topicResumed', at: context.now }) : refuse('already_moved');
  },
  'note.add': (state, _actor, command, context) =>
    happened({
      type: 'noteAdded',
      id: context.commandId,
      at: context.now,
      activity: state.current.activity,
      text: command.text,
      decision: command.decision,
    }),
  'note.edit'(state, _actor, command, context) {
    const note = state.notes[command.note];
    if (!note) return refuse('not_found');
    return undoable(
      context,
      'Change a note',
      [{ type: 'noteEdited', note: note.id, text: command.text }],
      [{ type: 'noteEdited', note: note.id, text: note.text }],
    );
  },
  'seat.offer': (_state, _actor, command) =>
    happened({
      type: 'seatOffered',
      seat: {
        id: command.seat,
        kind: command.kind,
        name: command.name,
        hash: command.hash,
        taken: false,
        revoked: false,
      },
    }),
  'seat.take'(state, _actor, command) {
    const seat = state.seats[command.seat];
    return seat && !seat.taken && !seat.revoked
      ? happened({ type: 'seatTaken', seat: seat.id, hash: command.hash })
      : refuse('link_used');
  },
  /** R8: only by the hand of a facilitator, and only to a seat somebody already sits in. */
  'seat.handover'(state, actor, command) {
    const seat = state.seats[command.seat];
    if (!seat || !seat.taken || seat.revoked || seat.kind === 'screen') return refuse('not_found');
    return state.seats[actor.id]?.kind === 'lead'
      ? happened({ type: 'leadMoved', seat: seat.id })
      : refuse('not_allowed');
  },
  'seat.revoke'(state, actor, command) {
    const seat = state.seats[command.seat];
    if (!seat || seat.revoked) return refuse('not_found');
    if (seat.kind === 'lead' || state.seats[actor.id]?.kind !== 'lead') return refuse('not_allowed');
    return happened({ type: 'seatRevoked', seat: seat.id });
  },
  'workshop.close'(state, _actor, _command, context) {
    const events = closeOpenPhase(state, context.now);
    return happened(...events, {
      type: 'workshopClosed',
      at: context.now,
      adjustments: proposeAdjustments(state),
    });
  },
};
