import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readQuery } from '../ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { explore } = locals.services;
  const query = readQuery(url);
  const [found, front] = await Promise.all([explore.find(query), explore.front()]);
  if (!found || !front) redirect(307, resolve('/explore'));
  const { sectors, educations } = front;
  return { query, found, sectors, educations, canonical: url.origin + url.pathname };
};
