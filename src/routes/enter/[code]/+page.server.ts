import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { linkSecret } from '../../link-secret.ts';
import { keepSeat } from '../../seat-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};

/** Takes a seat of the console or the screen, once; the device's token is a cookie (S2). */
export const actions: Actions = {
  default: async (event) => {
    const { code } = event.params;
    const taken = await event.locals.services.doors.takeSeat(code, await linkSecret(event.request));
    if ('message' in taken) return fail(410, { isUsed: true });
    keepSeat(event, taken.face, taken.workshop, taken.token);
    redirect(303, resolve(taken.face === 'screen' ? '/screen/[code]' : '/host/[code]', { code }));
  },
};
