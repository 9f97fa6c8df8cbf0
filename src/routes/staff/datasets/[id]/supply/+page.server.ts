import { error } from '@sveltejs/kit';
import { requireStaff } from '../../../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { datasets } = requireStaff(locals);
  const code = url.searchParams.get('occupation');
  const [supply, chosen] = await Promise.all([
    datasets.supply(params.id),
    code === null ? null : datasets.supplyFor(params.id, code),
  ]);
  if (!supply || (code !== null && !chosen)) error(404, 'There is no such dataset or occupation.');
  return { supply, chosen };
};
