import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { linkSecret } from '../../../../link-secret.ts';
import { keepSeat } from '../../../../seat-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};

/** Takes the link once: the same person on one more device (R4). */
export const actions: Actions = {
  default: async (event) => {
    const { code } = event.params;
    const taken = await event.locals.services.doors.takeDevice(code, await linkSecret(event.request));
    if ('message' in taken) return fail(410, { isUsed: true });
    keepSeat(event, 'phone', taken.workshop, taken.token);
    redirect(303, resolve('/join/[code]', { code }));
  },
};
