/** The doors of a room: a secret or a token goes out once, in a link or a cookie; the room keeps hashes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { Profile } from '../../src/lib/protocol/people.ts';
import { REFUSALS } from '../../src/lib/protocol/refusals.ts';
import type { Face, Stage } from '../../src/lib/protocol/roles.ts';
import { newId } from '../room/ids.ts';
import type { Room } from '../room.ts';
import type { Rooms } from '../rooms.ts';
import { hashOf, holderOf, newToken, offeredSeat } from '../seats.ts';
import type { Holder } from '../seats.ts';
import type { Doors, FoundRoom, Visitor } from '../services.ts';
import type { Actor } from '../workshop/ports.ts';
import type { CodeGuard } from './code-guard.ts';

type Refusal = { message: string };

/** A link that opens nothing is answered so late, whether its code is one or not: the time taken tells no code (S3). */
const REFUSED_LINK_MS = 250;
/** A link to a second device is for the next minutes, shown from one screen to another. */
const DEVICE_LINK_MS = 15 * 60_000;

const DOOR: Actor = { role: 'door', id: 'door' };
const NO_ROOM: Refusal = { message: 'There is no workshop with this code. Check the code on the screen.' };
const USED: Refusal = { message: REFUSALS.link_used };

export class RoomDoors implements Doors {
  readonly #rooms: Rooms;
  readonly #now: () => number;
  readonly #guard: CodeGuard;
  /** hash of the secret -> whose second device it lets in */
  readonly #deviceLinks = new Map<string, { workshop: string; participant: string; until: number }>();

  constructor(rooms: Rooms, guard: CodeGuard, now: () => number) {
    this.#rooms = rooms;
    this.#guard = guard;
    this.#now = now;
  }

  async join(code: string, profile: Profile): Promise<{ token: string; workshop: string } | Refusal> {
    const room = await this.#rooms.byCode(code);
    if (!room) return NO_ROOM;
    const token = newToken();
    const participant = newId('p');
    const refusal = await ask(room, DOOR, {
      type: 'participant.join',
      participant,
      hash: hashOf(token),
      profile,
    });
    return refusal ?? { token, workshop: room.id };
  }

  async offerSeat(
    workshop: string,
    by: 'staff' | { seat: string },
    kind: 'lead' | 'co' | 'remote' | 'screen',
    name: string,
  ): Promise<{ secret: string; seat: string } | Refusal> {
    const room = await this.#rooms.get(workshop);
    if (!room) return NO_ROOM;
    const secret = newToken();
    const seat = newId('s');
    const actor: Actor =
      by === 'staff' ? { role: 'staff', id: 'staff' } : { role: 'facilitator', id: by.seat };
    const refusal = await ask(room, actor, { type: 'seat.offer', seat, kind, name, hash: hashOf(secret) });
    return refusal ?? { secret, seat };
  }

  takeSeat(code: string, secret: string): Promise<{ token: string; face: Face; workshop: string } | Refusal> {
    return inAnyCase(this.#takeSeat(code, secret));
  }

  takeDevice(code: string, secret: string): Promise<{ token: string; workshop: string } | Refusal> {
    return inAnyCase(this.#takeDevice(code, secret));
  }

  async #takeSeat(
    code: string,
    secret: string,
  ): Promise<{ token: string; face: Face; workshop: string } | Refusal> {
    const room = await this.#rooms.byCode(code);
    if (!room) return NO_ROOM;
    const offered = await room.read((state) => {
      const seat = offeredSeat(state, hashOf(secret));
      return (
        seat && { id: seat.id, face: seat.kind === 'screen' ? ('screen' as const) : ('console' as const) }
      );
    });
    if (!offered) return USED;
    const token = newToken();
    const refusal = await ask(room, DOOR, { type: 'seat.take', seat: offered.id, hash: hashOf(token) });
    return refusal ?? { token, face: offered.face, workshop: room.id };
  }

  async offerDevice(workshop: string, token: string): Promise<{ secret: string } | Refusal> {
    const holder = await this.#holder(workshop, token);
    if (holder?.kind !== 'participant') return { message: REFUSALS.not_allowed };
    const secret = newToken();
    for (const [hash, { until }] of this.#deviceLinks)
      if (until < this.#now()) this.#deviceLinks.delete(hash);
    this.#deviceLinks.set(hashOf(secret), {
      workshop,
      participant: holder.id,
      until: this.#now() + DEVICE_LINK_MS,
    });
    return { secret };
  }

  async #takeDevice(code: string, secret: string): Promise<{ token: string; workshop: string } | Refusal> {
    const hash = hashOf(secret);
    const link = this.#deviceLinks.get(hash);
    this.#deviceLinks.delete(hash);
    const room = await this.#rooms.byCode(code);
    if (!room) return NO_ROOM;
    if (!link || link.until < this.#now() || link.workshop !== room.id) return USED;
    const token = newToken();
    const { participant } = link;
    const refusal = await ask(room, DOOR, { type: 'participant.device', participant, hash: hashOf(token) });
    return refusal ?? { token, workshop: room.id };
  }

  async seatOf(workshop: string, token: string | undefined): Promise<Pick<Holder, 'kind' | 'id'> | null> {
    const holder = await this.#holder(workshop, token);
    return holder && { kind: holder.kind, id: holder.id };
  }

  /** A used-up address is answered before the code is looked at, and no room is woken: it learns nothing, not even by the time it takes. */
  async find(code: string, { address, isStaff, tokensFor }: Visitor): Promise<FoundRoom> {
    const id = this.#rooms.idOf(code);
    const isSeated = id !== null && (await this.#holdsAny(id, tokensFor(id)));
    if (!isStaff && !isSeated && !this.#guard.mayAsk(address, id)) return { kind: 'tooMany' };
    const room = id === null ? null : await this.#rooms.get(id);
    const state = room && (await room.read((now) => structuredClone(now)));
    if (!state || !(isStaff || isSeated || isCodeAlive(state.stage))) {
      if (!isStaff) this.#guard.failed(address);
      return { kind: 'unknown' };
    }
    if (isSeated) this.#guard.isHome(state.id, address);
    return { kind: 'room', room: state };
  }

  isHome(workshop: string, address: string): void {
    this.#guard.isHome(workshop, address);
  }

  async #holdsAny(workshop: string, tokens: readonly (string | undefined)[]): Promise<boolean> {
    for (const token of tokens) if (await this.#holder(workshop, token)) return true;
    return false;
  }

  async #holder(workshop: string, token: string | undefined): Promise<Holder | null> {
    const room = token === undefined ? null : await this.#rooms.get(workshop);
    if (!room || token === undefined) return null;
    return room.read((state) => holderOf(state, hashOf(token)));
  }
}

async function inAnyCase<T extends object>(taken: Promise<T | Refusal>): Promise<T | Refusal> {
  const soonest = pause(REFUSED_LINK_MS, null, { ref: false });
  const answer = await taken;
  if ('message' in answer) await soonest;
  return answer;
}

/** Nobody comes in by a code any more: to who has no seat it is one among all that are none, so that there are few to be found. */
function isCodeAlive(stage: Stage): boolean {
  return stage !== 'review' && stage !== 'published';
}

/** null when it was done. */
async function ask(room: Room, actor: Actor, command: Command): Promise<Refusal | null> {
  const ack = await room.ask(actor, { id: randomUUID(), command });
  return ack.ok ? null : { message: ack.message };
}
