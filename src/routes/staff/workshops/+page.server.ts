import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../form-text.ts';
import { requireStaff } from '../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { workshops } = requireStaff(locals);
  const [all, templates] = await Promise.all([workshops.list(), workshops.templates()]);
  return {
    workshops: all,
    templates: templates.map(({ id, title, savedAt }) => ({ id, title, savedAt })),
  };
};

export const actions: Actions = {
  duplicate: async ({ request, locals }) => {
    const { workshops } = requireStaff(locals);
    const id = formText(await request.formData(), 'workshop');
    if (!(await workshops.get(id))) return fail(404, { message: 'That workshop is no longer there.' });
    redirect(303, resolve('/staff/workshops/[id]', { id: await workshops.duplicate(id) }));
  },

  discard: async ({ request, locals }) => {
    const { workshops } = requireStaff(locals);
    const found = await workshops.get(formText(await request.formData(), 'workshop'));
    if (!found) return fail(404, { message: 'That workshop is no longer there.' });
    if (!found.rehearsal && found.stage !== 'draft')
      return fail(409, {
        message: 'Only a draft or a rehearsal can be discarded: people have been in this room.',
      });
    await workshops.discard(found.id);
    redirect(303, resolve('/staff/workshops'));
  },

  removeTemplate: async ({ request, locals }) => {
    const { workshops } = requireStaff(locals);
    await workshops.removeTemplate(formText(await request.formData(), 'template'));
    redirect(303, resolve('/staff/workshops'));
  },
};
