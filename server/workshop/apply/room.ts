/** Events of the room itself: life of the workshop, seats, spotlight, notes, undo. */
import type { EventOf, EventType } from '../events.ts';
import type { WorkshopState } from '../state.ts';

export type Reducers<T extends EventType> = { [K in T]: (state: WorkshopState, event: EventOf<K>) => void };
/** Undo reaches back this far. */
const UNDO_DEPTH = 30;

export const roomReducers = {
  workshopPrepared(state, event) {
    state.setup = event.setup;
    if (event.deck) state.deck = event.deck;
    const first = event.setup.guide[0];
    if (first && !event.setup.guide.some((activity) => activity.id === state.current.activity))
      state.current = { activity: first.id, phase: 'join' };
  },
  workshopOpened(state, event) {
    state.stage = 'open';
    state.openedAt = event.at;
  },
  workshopClosed(state, event) {
    state.stage = 'closed';
    state.closedAt = event.at;
    state.spotlight = null;
    state.adjustments = Object.fromEntries(
      event.adjustments.map((adjustment) => [adjustment.id, adjustment]),
    );
  },
  reviewStarted(state) {
    state.stage = 'review';
  },
  adjustmentsDecided(state, event) {
    for (const id of event.ids) {
      const adjustment = state.adjustments[id];
      if (!adjustment) continue;
      adjustment.status = event.status;
      adjustment.rationale = event.rationale;
      adjustment.decidedValue =
        event.status === 'accepted'
          ? adjustment.proposedValue
          : event.status === 'modified'
            ? event.value
            : null;
      adjustment.decidedAt = event.status === 'proposed' ? null : event.at;
      adjustment.decidedByRole = event.status === 'proposed' ? null : event.role;
    }
    state.stage = 'review';
  },
  workshopPublished(state, event) {
    state.stage = 'published';
    state.publishedAt = event.at;
    state.revision = { id: event.revision, number: event.number };
  },
  commitmentOutcomeSet(state, event) {
    state.outcomes[`${event.participant}/${event.commitment}`] = event.outcome;
  },
  seatOffered(state, event) {
    state.seats[event.seat.id] = { ...event.seat };
  },
  seatTaken(state, event) {
    const seat = state.seats[event.seat];
    if (seat) Object.assign(seat, { hash: event.hash, taken: true });
  },
  seatRevoked(state, event) {
    const seat = state.seats[event.seat];
    if (seat) seat.revoked = true;
  },
  leadMoved(state, event) {
    for (const seat of Object.values(state.seats)) if (seat.kind === 'lead') seat.kind = 'co';
    const seat = state.seats[event.seat];
    if (seat) seat.kind = 'lead';
  },
  roomLocked(state, event) {
    state.locked = event.locked;
  },
  nudged(state) {
    state.nudges += 1;
  },
  spotlightSet(state, event) {
    state.spotlight = event.target;
  },
  topicStopped(state, event) {
    state.stops.push({ ...event.stop });
    state.topicStopped = true;
    state.spotlight = null;
  },
  topicResumed(state, event) {
    for (const stop of state.stops)
      if (
        stop.resumedAt === null &&
        stop.activity === state.current.activity &&
        stop.phase === state.current.phase
      )
        stop.resumedAt = event.at;
    state.topicStopped = false;
  },
  noteAdded(state, event) {
    state.notes[event.id] = {
      id: event.id,
      at: event.at,
      activity: event.activity,
      text: event.text,
      decision: event.decision,
    };
  },
  noteEdited(state, event) {
    const note = state.notes[event.note];
    if (note) note.text = event.text;
  },
  undoPushed(state, event) {
    state.undo.push(event.undo);
    if (state.undo.length > UNDO_DEPTH) state.undo.shift();
  },
  undoTaken(state, event) {
    state.undo = state.undo.filter((undo) => undo.id !== event.undo);
  },
} satisfies Partial<Reducers<EventType>>;
