import { requireStaff } from './require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const services = requireStaff(locals);
  const { workshops, datasets, revisions, privacy } = services;
  const [all, releases, published, retained, due] = await Promise.all([
    workshops.list(),
    datasets.list(),
    revisions.list(),
    privacy.retained(),
    services.reminders(),
  ]);
  return { workshops: all, datasets: releases, revisions: published.slice(0, 5), retained, reminders: due };
};
