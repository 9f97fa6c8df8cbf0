import { requireStaff } from '../require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { revisions, replays } = requireStaff(locals);
  const [all, begun] = await Promise.all([revisions.list(), replays.list()]);
  return { revisions: all, replays: begun.filter(({ revision }) => revision === null) };
};
