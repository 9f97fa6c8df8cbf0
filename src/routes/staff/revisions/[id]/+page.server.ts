import { revisionPage } from '../../../revisions/revision-page.ts';
import { requireStaff } from '../../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { audit } = requireStaff(locals);
  const revision = await revisionPage(locals, params.id);
  return { revision, publishedBy: await audit.publishedBy(params.id) };
};
