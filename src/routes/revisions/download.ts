import { error } from '@sveltejs/kit';

/** A file to keep: never shown as a page, whatever is in it. */
export function download(made: { fileName: string; mediaType: string; bytes: Uint8Array } | null): Response {
  if (!made) error(404, 'There is no published revision, or no such table, with this address.');
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      'content-type': made.mediaType,
      'content-disposition': `attachment; filename="${made.fileName}"`,
      'content-length': String(made.bytes.length),
      'x-content-type-options': 'nosniff',
    },
  });
}
