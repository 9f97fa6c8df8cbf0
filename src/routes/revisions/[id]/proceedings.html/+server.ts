import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The proceedings as they are in the bundle: one self-contained page that runs nothing. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const html = await locals.services.revisions.proceedings(params.id);
  if (html === null) error(404, 'There is no published revision with this address.');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    },
  });
};
