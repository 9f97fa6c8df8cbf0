import { requireStaff } from '../require-staff.ts';
import { readFilter } from './read-filter.ts';
import type { PageServerLoad } from './$types';

const MOST = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { audit, staff } = requireStaff(locals);
  const filter = readFilter(url);
  const found = await audit.list(filter);
  const names = new Set(['Terminal', 'Staff', ...staff.accounts().map(({ name }) => name)]);
  return { filter, entries: found.slice(0, MOST), count: found.length, names: [...names] };
};
