/**
 * The cookies that are keys (S2): out of reach of scripts, never sent along from another site. Under https their names begin with
 * `__Host-`, so that a browser takes them only over https, from this very host and for all of it; on plain http, as in a meeting
 * room, it would take no such cookie, and they go without. The other kind of name is not read.
 */
import type { Face } from './roles.ts';

const SEATS: Record<Face, string> = { phone: 'seat', console: 'host', screen: 'screen' };

export function seatCookie(face: Face, workshop: string, isSecure = false): string {
  return `${prefix(isSecure)}plumbline_${SEATS[face]}_${workshop}`;
}

export function staffCookie(isSecure: boolean): string {
  return `${prefix(isSecure)}plumbline_staff`;
}

/** What a browser is told about such a cookie; `__Host-` allows no domain and no other path. */
export function keyCookieRules(isSecure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
}

function prefix(isSecure: boolean): string {
  return isSecure ? '__Host-' : '';
}
