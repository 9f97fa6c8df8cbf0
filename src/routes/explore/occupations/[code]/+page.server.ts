import { error } from '@sveltejs/kit';
import { occupationData } from '../../structured.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const shown = await locals.services.explore.occupation(params.code, url.searchParams.get('in'));
  if (!shown) error(404, 'No occupation with this code has been published.');
  const canonical = url.origin + url.pathname;
  locals.structured = occupationData(shown, canonical);
  const comments = await locals.services.comments.shown(params.code);
  return { shown, comments, canonical };
};
