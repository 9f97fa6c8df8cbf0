import { error } from '@sveltejs/kit';
import { MATERIAL_WORDS } from '#lib/ui/words/materials.ts';
import { requireStaff } from '../../../require-staff.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => {
  const made = requireStaff(locals).materials.result(params.job);
  if (!made) error(404, MATERIAL_WORDS.gone);
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      'content-type': made.contentType,
      'content-disposition': `attachment; filename="${made.fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
};
