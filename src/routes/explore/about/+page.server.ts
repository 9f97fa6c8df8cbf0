import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const front = await locals.services.explore.front();
  return {
    editions: front?.editions ?? [],
    sources: front?.sources ?? [],
    canonical: url.origin + url.pathname,
  };
};
