import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { MATERIAL_WORDS } from '#lib/ui/words/materials.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const { materials } = requireStaff(locals);
  const job = materials.job(params.job);
  if (!job) error(404, MATERIAL_WORDS.gone);
  return { job };
};

export const actions: Actions = {
  default: ({ locals, params }) => {
    requireStaff(locals).materials.cancel(params.job);
    redirect(303, resolve('/staff/materials/[job]', { job: params.job }));
  },
};
