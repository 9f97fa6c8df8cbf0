import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { keepSeat } from '../../room-at-door.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the address does not use the link up: chat programs fetch what is pasted into them. */
export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};

export const actions: Actions = {
  default: async (event) => {
    const { code, secret } = event.params;
    const { doors } = event.locals.services;
    const address = event.getClientAddress();
    const taken = (await doors.mayTry(address)) ? await doors.takeDevice(code, secret) : null;
    if (taken === null || 'message' in taken) {
      await doors.failed(address);
      return fail(410, { isUsed: true });
    }
    keepSeat(event, taken.workshop, taken.token);
    redirect(303, resolve('/join/[code]', { code }));
  },
};
