import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../form-text.ts';
import { keepSession } from '../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (locals.staff) redirect(303, resolve('/staff'));
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const [name, password] = [formText(form, 'name').slice(0, 80), form.get('password')];
    const typed = typeof password === 'string' ? password : '';
    const signedIn = await event.locals.services.staff.signIn(name, typed);
    if ('message' in signedIn) return fail(401, { name, message: signedIn.message });
    keepSession(event, signedIn.token);
    redirect(303, resolve('/staff'));
  },
};
