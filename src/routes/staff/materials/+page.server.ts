import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../form-text.ts';
import { requireStaff } from '../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

const KINDS = ['sheet', 'brochure', 'handout', 'slides'] as const;

export const load: PageServerLoad = async ({ locals }) => {
  const { explore } = requireStaff(locals);
  const { occupations } = await explore.codes();
  const titles = await Promise.all(occupations.map((code) => explore.occupation(code)));
  return {
    occupations: titles.flatMap((shown) =>
      shown
        ? [
            {
              code: shown.occupation.code,
              title: shown.occupation.title,
              isCritical: shown.occupation.critical !== null,
            },
          ]
        : [],
    ),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { materials, explore } = requireStaff(locals);
    const form = await request.formData();
    const which = formText(form, 'which');
    const critical = (await explore.front())?.critical.map(({ code }) => code) ?? [];
    const chosen = form.getAll('code').filter((code) => typeof code === 'string');
    const started = await materials.start({
      kinds: KINDS.filter((kind) => formText(form, kind) === 'on'),
      codes: which === 'all' ? 'all' : which === 'critical' ? critical : chosen,
      paper: formText(form, 'paper') === 'a4' ? 'a4' : 'letter',
    });
    if ('message' in started) return fail(400, { message: started.message });
    redirect(303, resolve('/staff/materials/[job]', { job: started.job }));
  },
};
