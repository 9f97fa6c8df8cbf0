import { requireStaff } from './require-staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const services = requireStaff(locals);
  const { workshops, datasets, revisions, privacy, comments } = services;
  const [all, releases, published, retained, due, said] = await Promise.all([
    workshops.list(),
    datasets.list(),
    revisions.list(),
    privacy.retained(),
    services.reminders(),
    comments.list(),
  ]);
  const leads = said.filter(({ status }) => status !== 'hidden');
  return {
    workshops: all,
    datasets: releases,
    revisions: published.slice(0, 5),
    retained,
    reminders: due,
    comments: {
      waiting: said.filter(({ status }) => status === 'waiting').length,
      leads: leads.slice(0, 4).map(({ id, status, text, occupation, figure, organisation }) => ({
        ...{ id, status, text, organisation },
        about: figure ? `${figure.label}, ${occupation.title}` : occupation.title,
      })),
    },
  };
};
