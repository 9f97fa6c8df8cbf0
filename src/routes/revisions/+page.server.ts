import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const all = await locals.services.revisions.list();
  return { revisions: all.filter(({ workshop }) => !workshop?.rehearsal) };
};
