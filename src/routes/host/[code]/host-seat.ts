/** Who may stand at the console: the host's cookie, or staff, for whom a seat is taken without a word. */
import { error, type Cookies } from '@sveltejs/kit';

export type HostKind = 'lead' | 'co' | 'remote';
type Workshop = NonNullable<Awaited<ReturnType<App.Locals['services']['workshops']['byCode']>>>;

interface Asking {
  locals: App.Locals;
  cookies: Cookies;
  url: URL;
  getClientAddress: () => string;
}

export interface HostSeat {
  id: string;
  kind: HostKind;
}

const hostCookie = (workshop: string): string => `plumbline_host_${workshop}`;

/** Wrong codes count against whoever tries them; a right one never does (R9). */
export async function workshopByCode({ locals, getClientAddress }: Asking, code: string): Promise<Workshop> {
  const { doors, workshops } = locals.services;
  const isCounted = locals.staff === null;
  if (isCounted && !(await doors.mayTry(getClientAddress())))
    error(429, 'Too many wrong codes from here. Wait ten minutes, then try again.');
  const workshop = await workshops.byCode(code);
  if (workshop) return workshop;
  if (isCounted) await doors.failed(getClientAddress());
  error(404, 'No workshop has this code. Look at the code on the screen or in the staff pages.');
}

export async function heldSeat({ locals, cookies }: Asking, workshop: string): Promise<HostSeat | null> {
  const seat = await locals.services.doors.seatOf(workshop, cookies.get(hostCookie(workshop)));
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
  { locals, cookies, url }: Asking,
  workshop: { id: string; code: string },
  name: string,
): Promise<string | null> {
  const { doors } = locals.services;
  const offered = await doors.offerSeat(workshop.id, 'staff', 'lead', name);
  if ('message' in offered) return offered.message;
  const taken = await doors.takeSeat(workshop.code, offered.secret);
  if ('message' in taken) return taken.message;
  cookies.set(hostCookie(workshop.id), taken.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 60 * 60 * 24 * 30,
  });
  return null;
}
