/** Finds the room a code stands for, and who this browser already is in it. A wrong code is counted, a right one never (R9). */
import { seatToken, visitor } from '../../seat-cookie.ts';
import type { Asking } from '../../seat-cookie.ts';

type Door = Awaited<ReturnType<App.Locals['services']['doors']['find']>>;

export function findRoom(asking: Asking, code: string): Promise<Door> {
  return asking.locals.services.doors.find(code, visitor(asking));
}

/** The participant this browser is in the workshop, by its cookie (R4). */
export async function participantHere(
  asking: Asking,
  workshop: string,
): Promise<{ id: string; token: string } | null> {
  const token = seatToken(asking, 'phone', workshop);
  const seat = await asking.locals.services.doors.seatOf(workshop, token);
  return token !== undefined && seat?.kind === 'participant' ? { id: seat.id, token } : null;
}
