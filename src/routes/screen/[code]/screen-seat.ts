/** Who may open the projector: a screen's own cookie, or a facilitator's or staff's browser, which takes a screen seat silently. */
import { keepSeat, seatToken } from '../../seat-cookie.ts';
import type { Asking } from '../../seat-cookie.ts';

interface Workshop {
  id: string;
  code: string;
}

const HOSTS: readonly string[] = ['lead', 'co', 'remote'];

export interface ScreenAccess {
  isGranted: boolean;
  /** This browser is also a facilitator's: what is dragged on the projector is sent from that seat. */
  isHost: boolean;
  /** Why not, when somebody who might have was refused. */
  why: string | null;
}

export async function screenAccess(asking: Asking, workshop: Workshop): Promise<ScreenAccess> {
  const { locals } = asking;
  const { doors } = locals.services;
  const host = await doors.seatOf(workshop.id, seatToken(asking, 'console', workshop.id));
  const isHost = host !== null && HOSTS.includes(host.kind);
  const held = await doors.seatOf(workshop.id, seatToken(asking, 'screen', workshop.id));
  if (held?.kind === 'screen') return { isGranted: true, isHost, why: null };
  const by = isHost ? { seat: host.id } : locals.staff ? ('staff' as const) : null;
  if (by === null) return { isGranted: false, isHost, why: null };
  const why = await takeScreenSeat(asking, workshop, by);
  return { isGranted: why === null, isHost, why };
}

async function takeScreenSeat(
  asking: Asking,
  workshop: Workshop,
  by: 'staff' | { seat: string },
): Promise<string | null> {
  const { doors } = asking.locals.services;
  const offered = await doors.offerSeat(workshop.id, by, 'screen', 'Screen');
  if ('message' in offered) return offered.message;
  const taken = await doors.takeSeat(workshop.code, offered.secret);
  if ('message' in taken) return taken.message;
  keepSeat(asking, 'screen', workshop.id, taken.token);
  return null;
}
