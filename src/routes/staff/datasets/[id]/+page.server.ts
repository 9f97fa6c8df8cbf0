import { requireStaff } from '../../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { datasets } = requireStaff(locals);
  const observation = url.searchParams.get('figure');
  return { origin: observation === null ? null : await datasets.figure(params.id, observation) };
};
