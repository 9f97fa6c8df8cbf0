import { error } from '@sveltejs/kit';
import { revisionPage } from '../../revision-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id, number, dataset } = await revisionPage(locals, params.id);
  const [figure, adjustment] = [url.searchParams.get('figure'), url.searchParams.get('adjustment')];
  const asked = figure !== null ? { figure } : { adjustment: adjustment ?? '' };
  const why = await locals.services.revisions.why(id, asked);
  if (!why) error(404, 'This revision holds no such figure or adjustment.');
  return { revision: { id, number, dataset }, why };
};
