import type { RequestHandler } from './$types';

/** The public pages are to be found; rooms and staff pages are nobody's business but theirs. */
export const GET: RequestHandler = ({ url }) =>
  new Response(
    `User-agent: *\nAllow: /explore\nAllow: /revisions\nDisallow: /\nSitemap: ${url.origin}/sitemap.xml\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  );
