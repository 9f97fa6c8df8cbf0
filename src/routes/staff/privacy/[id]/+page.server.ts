import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

/** What erasing would do, named before it is done. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { privacy } = requireStaff(locals);
  const counts = await privacy.preview(params.id);
  const held = (await privacy.retained()).find(({ id }) => id === params.id);
  if (!counts || !held) error(404, 'This workshop holds no personal data that could be erased now.');
  return { held, counts };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { privacy, session } = requireStaff(locals);
    if (formText(await request.formData(), 'confirmed') !== 'on')
      return fail(400, { message: 'Tick that you have read what goes and what stays.' });
    const report = await privacy.erase(params.id, session);
    if ('message' in report) return fail(409, { message: report.message });
    redirect(303, resolve('/staff/privacy'));
  },
};
