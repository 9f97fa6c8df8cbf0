import { requireStaff } from '../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { privacy, comments } = requireStaff(locals);
  const [retained, reports, said] = await Promise.all([
    privacy.retained(),
    privacy.reports(),
    comments.list(),
  ]);
  const ends = said.map(({ until }) => until);
  return {
    retained,
    reports,
    comments: said.length === 0 ? null : { count: said.length, until: Math.min(...ends) },
  };
};
