import { error } from '@sveltejs/kit';
import { requireStaff } from '../../require-staff.ts';
import type { LayoutServerLoad } from './$types';

/** The table does not depend on which figure is opened, so it is sent once. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { datasets } = requireStaff(locals);
  const [dataset, table] = await Promise.all([datasets.get(params.id), datasets.table(params.id)]);
  if (!dataset || !table) error(404, 'There is no such dataset.');
  const { id, title, release, area, createdAt, sources } = dataset;
  const counts = {
    observations: dataset.observations.length,
    skills: dataset.skills.length,
    programs: dataset.programs.length,
    pathways: dataset.pathways.length,
  };
  return { dataset: { id, title, release, area, createdAt, sources, counts }, table };
};
