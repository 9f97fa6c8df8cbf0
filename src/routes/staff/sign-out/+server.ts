import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { takeSession } from '../session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const token = takeSession(event);
  if (token) await event.locals.services.staff.signOut(token);
  redirect(303, resolve('/staff/sign-in'));
};
