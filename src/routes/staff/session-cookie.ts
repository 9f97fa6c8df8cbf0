/** The cookie of one sign-in: out of reach of scripts, gone after 30 days (S2). */
import type { RequestEvent } from '@sveltejs/kit';

const NAME = 'plumbline_staff';
const SESSION_SECONDS = 30 * 24 * 60 * 60;

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

export function keepSession({ cookies, url }: Event, token: string): void {
  cookies.set(NAME, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: SESSION_SECONDS,
  });
}

export function takeSession({ cookies }: Pick<Event, 'cookies'>): string | undefined {
  const token = cookies.get(NAME);
  cookies.delete(NAME, { path: '/' });
  return token;
}
