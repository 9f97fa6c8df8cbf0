/** Every page, action and file under /staff begins here: default-deny, because a form is taken without its layout being loaded. */
import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';

type Session = NonNullable<App.Locals['staff']>;

export function requireStaff(locals: App.Locals): App.Locals['services'] & { session: Session } {
  if (!locals.staff) redirect(303, resolve('/staff/sign-in'));
  return { ...locals.services, session: locals.staff };
}
