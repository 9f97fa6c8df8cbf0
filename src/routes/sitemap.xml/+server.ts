import type { RequestHandler } from './$types';

/** Every public page worth finding, with the day of the newest revision. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { occupations, pathways, on } = await locals.services.explore.codes();
  const paths = [
    '/explore',
    '/explore/about',
    ...(on === null ? [] : ['/explore/occupations', '/explore/pathways']),
    ...occupations.map((code) => `/explore/occupations/${encodeURIComponent(code)}`),
    ...pathways.map((code) => `/explore/pathways/${encodeURIComponent(code)}`),
  ];
  const day = on === null ? '' : `<lastmod>${on}</lastmod>`;
  const entries = paths.map((path) => `<url><loc>${escaped(url.origin + path)}</loc>${day}</url>`);
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
  return new Response(`${head}\n${entries.join('\n')}\n</urlset>\n`, {
    headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' },
  });
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
