import { requireStaff } from './require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { workshops, datasets, revisions, privacy } = requireStaff(locals);
  const [all, releases, published, retained] = await Promise.all([
    workshops.list(),
    datasets.list(),
    revisions.list(),
    privacy.retained(),
  ]);
  return { workshops: all, datasets: releases, revisions: published.slice(0, 5), retained };
};
