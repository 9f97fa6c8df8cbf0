import { datasetData } from './structured.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const front = await locals.services.explore.front();
  if (front) locals.structured = datasetData(front, url.origin);
  return { front, canonical: url.origin + url.pathname };
};
