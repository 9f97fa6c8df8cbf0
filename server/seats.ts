/**
 * Who holds which seat. A device holds a token in an HttpOnly cookie; the room keeps only its SHA-256, so that what is
 * stored opens no door. What a seat may do is asked of the state at every command, never remembered (R6, R8).
 */
import { createHash, randomBytes } from 'node:crypto';
export { seatCookie } from '../src/lib/protocol/cookies.ts';
import type { Face, Role } from '../src/lib/protocol/roles.ts';
import { personOf } from './workshop/firms.ts';
import type { Actor } from './workshop/ports.ts';
import type { Seat, WorkshopState } from './workshop/state.ts';

export interface Holder {
  kind: 'participant' | Seat['kind'];
  id: string;
  role: Role;
  face: Face;
}

/** 192 random bits. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where a device's hash was found last: looked at first, and never believed (B1). */
const foundAt = new WeakMap<WorkshopState, Map<string, string>>();

/** The seat whose token has this hash, as the room stands now; null when it holds none (any more). */
export function holderOf(state: WorkshopState, hash: string): Holder | null {
  let found = foundAt.get(state);
  if (!found) foundAt.set(state, (found = new Map<string, string>()));
  const last = state.participants[found.get(hash) ?? ''];
  if (last?.devices.includes(hash)) return asParticipant(state, last.id);
  for (const participant of Object.values(state.participants)) {
    if (!participant.devices.includes(hash)) continue;
    found.set(hash, participant.id);
    return asParticipant(state, participant.id);
  }
  for (const seat of Object.values(state.seats)) {
    if (seat.taken && !seat.revoked && seat.hash === hash) return asSeat(seat);
  }
  return null;
}

/** The seat a link's secret opens; null when it was used or taken back. */
export function offeredSeat(state: WorkshopState, hash: string): Seat | null {
  return (
    Object.values(state.seats).find((seat) => !seat.taken && !seat.revoked && seat.hash === hash) ?? null
  );
}

export function actorOf(holder: Holder): Actor {
  return { role: holder.role, id: holder.id };
}

function asParticipant(state: WorkshopState, id: string): Holder | null {
  const person = personOf(state, id);
  return person ? { kind: 'participant', id: person.id, role: person.profile.role, face: 'phone' } : null;
}

function asSeat(seat: Seat): Holder {
  const isScreen = seat.kind === 'screen';
  return {
    kind: seat.kind,
    id: seat.id,
    role: isScreen ? 'screen' : 'facilitator',
    face: isScreen ? 'screen' : 'console',
  };
}
