/** The cookie of one sign-in: out of reach of scripts, gone after 30 days (S2). */
import type { RequestEvent } from '@sveltejs/kit';
import { keyCookieRules, staffCookie } from '#lib/protocol/cookies.ts';

const SESSION_SECONDS = 30 * 24 * 60 * 60;

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

const isSecure = ({ url }: Event): boolean => url.protocol === 'https:';

export function keepSession(event: Event, token: string): void {
  const rules = { ...keyCookieRules(isSecure(event)), maxAge: SESSION_SECONDS };
  event.cookies.set(staffCookie(isSecure(event)), token, rules);
}

export function takeSession(event: Event): string | undefined {
  const name = staffCookie(isSecure(event));
  const token = event.cookies.get(name);
  event.cookies.delete(name, keyCookieRules(isSecure(event)));
  return token;
}
