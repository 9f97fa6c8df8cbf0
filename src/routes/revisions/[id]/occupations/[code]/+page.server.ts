import { error } from '@sveltejs/kit';
import { revisionPage } from '../../../revision-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const revision = await revisionPage(locals, params.id);
  const occupation = await locals.services.revisions.occupation(params.id, params.code);
  if (!occupation) error(404, 'This revision holds no such occupation.');
  const changes = revision.diff.filter(
    ({ target }) => target === params.code || target.startsWith(`${params.code}/`),
  );
  return {
    revision: { id: revision.id, number: revision.number, dataset: revision.dataset },
    occupation,
    changes,
  };
};
