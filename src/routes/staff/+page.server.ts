import { requireStaff } from './require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { workshops, datasets, revisions } = requireStaff(locals);
  const [all, releases, published] = await Promise.all([workshops.list(), datasets.list(), revisions.list()]);
  return { workshops: all, datasets: releases, revisions: published.slice(0, 5) };
};
