import { error } from '@sveltejs/kit';
import { requireStaff } from '../../../require-staff.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => {
  const template = requireStaff(locals).datasets.template(params.name);
  if (!template) error(404, 'There is no such template.');
  return new Response(template.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${template.fileName}"`,
    },
  });
};
