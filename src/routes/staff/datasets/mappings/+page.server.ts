import { fail } from '@sveltejs/kit';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { mappings, datasets } = requireStaff(locals);
  return { mappings: await mappings.list(), words: datasets.words };
};

export const actions: Actions = {
  rename: async ({ request, locals }) => {
    const { mappings } = requireStaff(locals);
    const form = await request.formData();
    const message = await mappings.rename(formText(form, 'id'), formText(form, 'name').slice(0, 200));
    if (message !== null) return fail(422, { message });
  },
  remove: async ({ request, locals }) => {
    const { mappings } = requireStaff(locals);
    await mappings.remove(formText(await request.formData(), 'id'));
  },
};
