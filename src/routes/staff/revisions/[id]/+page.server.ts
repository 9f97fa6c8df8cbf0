import { revisionPage } from '../../../revisions/revision-page.ts';
import { requireStaff } from '../../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  requireStaff(locals);
  return { revision: await revisionPage(locals, params.id) };
};
