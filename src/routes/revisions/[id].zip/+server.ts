import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The stable address of a published revision: anyone may download and cite it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const bundle = await locals.services.revisions.bundle(params.id);
  if (!bundle) error(404, 'There is no published revision with this address.');
  return new Response(new Uint8Array(bundle.bytes), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${bundle.fileName}"`,
      'content-length': String(bundle.bytes.length),
    },
  });
};
