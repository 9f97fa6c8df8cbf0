import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { linkSecret } from '../../link-secret.ts';
import { keepSession } from '../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};

/** Takes the link once; the session is a cookie (S2). */
export const actions: Actions = {
  default: async (event) => {
    const token = await event.locals.services.staff.exchange(await linkSecret(event.request));
    if (token === null) return fail(410, { isUsed: true });
    keepSession(event, token);
    redirect(303, resolve('/staff'));
  },
};
