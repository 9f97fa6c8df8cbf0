import { requireStaff } from '../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { datasets } = requireStaff(locals);
  return { datasets: await datasets.list() };
};
