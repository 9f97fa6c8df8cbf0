import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const code = url.searchParams.get('code')?.trim();
  if (code) redirect(303, resolve('/join/[code]', { code: code.replaceAll('/', '') }));
};
