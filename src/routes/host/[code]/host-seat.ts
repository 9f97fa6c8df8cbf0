/** Who may stand at the console: the host's cookie, or staff, for whom a seat is taken without a word. */
import { error } from '@sveltejs/kit';
import { keepSeat, seatToken } from '../../seat-cookie.ts';
import type { Asking } from '../../seat-cookie.ts';
import { workshopByCode } from '../../workshop-by-code.ts';

export type HostKind = 'lead' | 'co' | 'remote';
type Workshop = Awaited<ReturnType<typeof workshopByCode>>;

export interface HostSeat {
  id: string;
  kind: HostKind;
}

export async function heldSeat(asking: Asking, workshop: string): Promise<HostSeat | null> {
  const { doors } = asking.locals.services;
  const seat = await doors.seatOf(workshop, seatToken(asking, 'console', workshop));
  return seat && (seat.kind === 'lead' || seat.kind === 'co' || seat.kind === 'remote')
    ? { id: seat.id, kind: seat.kind }
    : null;
}

/** The seat, or no page at all: for what is fetched rather than looked at. */
export async function requireSeat(
  asking: Asking,
  code: string,
): Promise<{ workshop: Workshop; seat: HostSeat }> {
  const workshop = await workshopByCode(asking, code);
  const seat = await heldSeat(asking, workshop.id);
  if (!seat)
    error(403, 'Only a facilitator of this workshop may have that. Open the console by its link first.');
  return { workshop, seat };
}

/** Offers a lead seat and takes it at once for this browser; a sentence when the room does not allow it. */
export async function takeLeadSeat(
  asking: Asking,
  workshop: { id: string; code: string },
  name: string,
): Promise<string | null> {
  const { doors } = asking.locals.services;
  const offered = await doors.offerSeat(workshop.id, 'staff', 'lead', name);
  if ('message' in offered) return offered.message;
  const taken = await doors.takeSeat(workshop.code, offered.secret);
  if ('message' in taken) return taken.message;
  keepSeat(asking, 'console', workshop.id, taken.token);
  return null;
}
