import { error } from '@sveltejs/kit';
import { preparationOf } from '../../../preparation.ts';
import { requireStaff } from '../../../require-staff.ts';
import type { RequestHandler } from './$types';

/** For a draft that changes its dataset before it is saved. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const found = await preparationOf(requireStaff(locals), params.id);
  if (!found) error(404, 'There is no such dataset.');
  return Response.json(found);
};
