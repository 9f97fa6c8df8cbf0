/** Finds the room a code stands for, and who this browser already is in it. A wrong code is counted, a right one never (R9). */
import type { RequestEvent } from '@sveltejs/kit';

const seatCookie = (workshop: string): string => `plumbline_seat_${workshop}`;

/** Three months, as long as a consent is valid. */
const SEAT_SECONDS = 90 * 24 * 60 * 60;

export type Door =
  | { kind: 'unknown' | 'tooMany' }
  | {
      kind: 'room';
      room: NonNullable<Awaited<ReturnType<RequestEvent['locals']['services']['workshops']['byCode']>>>;
    };

export async function findRoom({ locals, getClientAddress }: RequestEvent, code: string): Promise<Door> {
  const { doors, workshops } = locals.services;
  const room = await workshops.byCode(code);
  if (room) return { kind: 'room', room };
  const address = getClientAddress();
  if (!(await doors.mayTry(address))) return { kind: 'tooMany' };
  await doors.failed(address);
  return { kind: 'unknown' };
}

/** The participant this browser is in the workshop, by its cookie (R4). */
export async function participantHere(
  { locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>,
  workshop: string,
): Promise<{ id: string; token: string } | null> {
  const token = cookies.get(seatCookie(workshop));
  const seat = await locals.services.doors.seatOf(workshop, token);
  return token !== undefined && seat?.kind === 'participant' ? { id: seat.id, token } : null;
}

export function keepSeat(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  workshop: string,
  token: string,
): void {
  cookies.set(seatCookie(workshop), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: SEAT_SECONDS,
  });
}
