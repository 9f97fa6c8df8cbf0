import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const shown = await locals.services.explore.pathway(params.code);
  if (!shown) error(404, 'No pathway for this occupation has been published.');
  return { shown, canonical: url.origin + url.pathname };
};
