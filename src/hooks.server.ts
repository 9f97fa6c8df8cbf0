/** Every request meets the services of this process here, and who of staff is asking. */
import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit';

const SERVICES = Symbol.for('plumbline.services');
const PAGE_FAILED = Symbol.for('plumbline.page-failed');
const STAFF_COOKIE = 'plumbline_staff';

/**
 * `same-origin`, not `no-referrer`: with the latter a browser sends a form of our own with `Origin: null`, and it is refused.
 * An address never leaves for another site.
 */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

export const handle: Handle = async ({ event, resolve }) => {
  const services = (globalThis as { [SERVICES]?: App.Locals['services'] })[SERVICES];
  if (!services) error(503, 'Plumbline is starting. Reload in a moment.');
  const staff = await services.staff.session(event.cookies.get(STAFF_COOKIE));
  event.locals.staff = staff;
  event.locals.services = staff ? services.onBehalfOf(staff) : services;
  const response = await resolve(event);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  // On plain http a browser ignores this one, and complains about it on every page.
  if (event.url.protocol === 'https:') response.headers.set('cross-origin-opener-policy', 'same-origin');
  if (!response.headers.has('content-security-policy')) {
    response.headers.set('content-security-policy', "frame-ancestors 'self'");
  }
  return response;
};

/** Into the process's log, which keeps no secret of an address and nothing that was typed; SvelteKit's own would print both. */
export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
  type Failed = (failure: { status: number; path: string; error: unknown }) => void;
  const failed = (globalThis as { [PAGE_FAILED]?: Failed })[PAGE_FAILED];
  failed?.({ status, path: event.url.pathname, error: cause });
  return { message };
};
