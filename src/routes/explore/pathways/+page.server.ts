import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  pathways: await locals.services.explore.pathways(),
  canonical: url.origin + url.pathname,
});
