import { requireStaff } from '../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { privacy } = requireStaff(locals);
  const [retained, reports] = await Promise.all([privacy.retained(), privacy.reports()]);
  return { retained, reports };
};
