/** Every request meets the services of this process here, and who of staff is asking. */
import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { staffCookie } from '#lib/protocol/cookies.ts';
import { compressed, isPublic, withStructured } from './routes/public-response.ts';

const SERVICES = Symbol.for('plumbline.services');
const PAGE_FAILED = Symbol.for('plumbline.page-failed');

/** What a page may use of a device: nothing but to keep its screen on. */
const PERMISSIONS = [
  'accelerometer=()',
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ');

/** Of who is not staff no form is longer: a name, an organisation, a few choices. A form of staff may hold a file. */
const LONGEST_FORM = { other: 64 * 1024, staff: 25 * 1024 * 1024 };
/** The one place that takes more: it puts what comes on the disk, and counts. */
const UPLOAD = '/staff/datasets/import/upload';

export const handle: Handle = async ({ event, resolve }) => {
  const services = (globalThis as { [SERVICES]?: App.Locals['services'] })[SERVICES];
  if (!services) error(503, 'Plumbline is starting. Reload in a moment.');
  const isSecure = event.url.protocol === 'https:';
  const staff = await services.staff.session(event.cookies.get(staffCookie(isSecure)));
  event.locals.staff = staff;
  event.locals.services = staff ? services.onBehalfOf(staff) : services;
  const longest = staff ? LONGEST_FORM.staff : LONGEST_FORM.other;
  const isUpload = staff !== null && event.route.id === UPLOAD;
  if (!isUpload && isTooLong(event.request, longest)) error(413, 'That is too much at once.');
  const isForAll = isPublic(event.url.pathname);
  const resolved = await resolve(event, {
    transformPageChunk: ({ html }) => (isForAll ? withStructured(html, event.locals.structured) : html),
  });
  const response = isForAll ? await compressed(event.request, resolved) : resolved;
  response.headers.set('permissions-policy', PERMISSIONS);
  // On plain http a browser ignores this one, and complains about it on every page.
  if (isSecure) response.headers.set('cross-origin-opener-policy', 'same-origin');
  const policy = response.headers.get('content-security-policy');
  if (policy) response.headers.set('content-security-policy', withOwnSocket(policy, event.url));
  return response;
};

/** Into the process's log, which keeps no secret of an address and nothing that was typed; SvelteKit's own would print both. */
export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
  type Failed = (failure: { status: number; path: string; error: unknown }) => void;
  const failed = (globalThis as { [PAGE_FAILED]?: Failed })[PAGE_FAILED];
  failed?.({ status, path: event.url.pathname, error: cause });
  return { message };
};
/** Not every browser takes a socket to the page's own server for `self`. */
function withOwnSocket(policy: string, { protocol, host }: URL): string {
  return policy.replace("connect-src 'self'", `$& ${protocol.replace('http', 'ws')}//${host}`);
}

/** A browser says how long a form is; what does not say so is no form of ours. */
function isTooLong({ method, headers }: Request, longest: number): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const length = headers.get('content-length');
  return length === null || Number(length) > longest;
}
