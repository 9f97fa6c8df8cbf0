import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { keepSession } from '../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the address does not use the link up: mail and chat programs fetch what is pasted into them. */
export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};

/** Takes the one-time link once: the secret leaves the address bar, the session is a cookie (S2). */
export const actions: Actions = {
  default: async (event) => {
    const { params, locals, getClientAddress } = event;
    const { doors, staff } = locals.services;
    const address = getClientAddress();
    const token = (await doors.mayTry(address)) ? await staff.exchange(params.secret) : null;
    if (token === null) {
      await doors.failed(address);
      return fail(410, { isUsed: true });
    }
    keepSession(event, token);
    redirect(303, resolve('/staff'));
  },
};
