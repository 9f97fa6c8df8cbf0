import { requireStaff } from '../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  revisions: await requireStaff(locals).revisions.list(),
});
