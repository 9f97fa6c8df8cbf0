import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { shownOf } from '../../../../revisions/revision-page.ts';
import { requireStaff } from '../../../require-staff.ts';
import type { PageServerLoad } from './$types';

/** What publishing would do, named before it is done. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { workshops } = requireStaff(locals);
  const state = await workshops.get(params.id);
  if (!state) error(404, 'There is no such workshop.');
  if (state.stage !== 'review') redirect(303, resolve('/staff/workshops/[id]/review', { id: state.id }));
  const draft = await workshops.draftRevision(state.id);
  if (!draft) error(404, 'The dataset of this workshop is not in the store.');
  return { workshop: { id: state.id, title: state.setup.title }, revision: shownOf(draft) };
};
