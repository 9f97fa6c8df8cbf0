import type { RequestHandler } from './$types';

/** Anyone's program may read, from any page; nothing here depends on who asks. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
  'cache-control': 'public, max-age=60',
};

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const path = params.path === '' ? '' : `/${params.path}`;
  const { status, body, etag } = await locals.services.api.answer(path, url.searchParams);
  return new Response(body, { status, headers: { ...OPEN, etag, 'content-type': 'application/json' } });
};

export const OPTIONS: RequestHandler = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'if-none-match',
    },
  });
