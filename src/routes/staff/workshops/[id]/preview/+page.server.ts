import { error } from '@sveltejs/kit';
import { PHASES } from '#lib/protocol/phases.ts';
import { requireStaff } from '../../../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const state = await requireStaff(locals).workshops.get(params.id);
  if (!state) error(404, 'There is no such workshop.');
  const places = state.setup.guide.flatMap(({ id, title, kind }) =>
    PHASES[kind].map((phase) => ({ activity: id, title, phase, isOne: PHASES[kind].length === 1 })),
  );
  const [activity, phase] = [url.searchParams.get('activity'), url.searchParams.get('phase')];
  const here = places.findIndex(
    (place) => place.activity === activity && (phase === null || place.phase === phase),
  );
  return { workshop: { id: state.id, title: state.setup.title }, places, here: Math.max(0, here) };
};
