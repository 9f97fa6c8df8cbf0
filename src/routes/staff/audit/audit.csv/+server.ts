import { requireStaff } from '../../require-staff.ts';
import { readFilter } from '../read-filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) =>
  new Response(await requireStaff(locals).audit.csv(readFilter(url)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="plumbline-audit.csv"',
      'cache-control': 'private, no-store',
    },
  });
