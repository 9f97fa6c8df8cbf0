import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
  const token = cookies.get('plumbline_staff');
  if (token) await locals.services.staff.signOut(token);
  cookies.delete('plumbline_staff', { path: '/' });
  redirect(303, resolve('/staff/sign-in'));
};
