import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Actions, PageServerLoad } from './$types';

const SEAT_SECONDS = 30 * 24 * 60 * 60;

/** Looking at the address does not use the link up: chat programs fetch what is pasted into them. */
export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
};

/** Takes a seat of the console or the screen once; the secret leaves the address bar, the device's token is a cookie (S2). */
export const actions: Actions = {
  default: async ({ params: { code, secret }, locals, cookies, url, getClientAddress }) => {
    const { doors } = locals.services;
    const address = getClientAddress();
    const taken = (await doors.mayTry(address)) ? await doors.takeSeat(code, secret) : null;
    if (taken === null || 'message' in taken) {
      await doors.failed(address);
      return fail(410, { isUsed: true });
    }
    const isScreen = taken.face === 'screen';
    cookies.set(`plumbline_${isScreen ? 'screen' : 'host'}_${taken.workshop}`, taken.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: SEAT_SECONDS,
    });
    redirect(303, resolve(isScreen ? '/screen/[code]' : '/host/[code]', { code }));
  },
};
