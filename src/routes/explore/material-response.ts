/** A material at an address of its own: a page that runs nothing, or a file to keep. */
import { error } from '@sveltejs/kit';

type Kind = Parameters<App.Locals['services']['materials']['one']>[0];

export async function materialResponse(
  {
    locals,
    url,
    setHeaders,
  }: { locals: App.Locals; url: URL; setHeaders: (headers: Record<string, string>) => void },
  kind: Kind,
  of: string,
): Promise<Response> {
  const paper = url.searchParams.get('paper') === 'a4' ? 'a4' : 'letter';
  const made = await locals.services.materials.one(kind, of, paper).catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'TooManyAtOnce') error(429, cause.message);
    throw cause;
  });
  if (!made) error(404, 'Nothing of this has been published.');
  setHeaders({ 'cache-control': 'public, max-age=60' });
  const isFile = kind === 'slides';
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      'content-type': made.contentType,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      ...(isFile && { 'content-disposition': `attachment; filename="${made.fileName}"` }),
    },
  });
}
