/** The cookie of a seat: kept and read here and nowhere else (S2), and who stands at a door with it (S3). */
import type { RequestEvent } from '@sveltejs/kit';
import { keyCookieRules, seatCookie } from '#lib/protocol/cookies.ts';
import type { Face } from '#lib/protocol/roles.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** A person's seat is kept for three months, as long as a consent is valid. */
const SECONDS: Record<Face, number> = {
  phone: 90 * DAY_SECONDS,
  console: 30 * DAY_SECONDS,
  screen: 30 * DAY_SECONDS,
};
const FACES: readonly Face[] = ['phone', 'console', 'screen'];

export type Asking = Pick<RequestEvent, 'locals' | 'cookies' | 'url' | 'getClientAddress'>;
type Visitor = Parameters<App.Locals['services']['doors']['find']>[1];

export function seatToken(
  { cookies, url }: Pick<Asking, 'cookies' | 'url'>,
  face: Face,
  workshop: string,
): string | undefined {
  return cookies.get(seatCookie(face, workshop, isSecure(url)));
}

export function keepSeat(asking: Asking, face: Face, workshop: string, token: string): void {
  const { locals, cookies, url, getClientAddress } = asking;
  const rules = { ...keyCookieRules(isSecure(url)), maxAge: SECONDS[face] };
  cookies.set(seatCookie(face, workshop, isSecure(url)), token, rules);
  locals.services.doors.isHome(workshop, getClientAddress());
}

export function visitor(asking: Asking): Visitor {
  return {
    address: asking.getClientAddress(),
    isStaff: asking.locals.staff !== null,
    tokensFor: (workshop) => FACES.map((face) => seatToken(asking, face, workshop)),
  };
}

const isSecure = (url: URL): boolean => url.protocol === 'https:';
