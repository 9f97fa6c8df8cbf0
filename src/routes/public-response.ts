/** What is the same for everyone may be kept and is sent small: schema.org data in the page, and compression with a name of its own. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const PUBLIC = /^\/(explore|api\/v1)(\/|$)|^\/sitemap\.xml$/;
const TEXT = /^(text\/|application\/(json|ld\+json|xml|vnd\.oai\.openapi\+json))/;
/** Below this a head of the packing costs more than it saves. */
const LEAST_BYTES = 1_024;
const QUALITY = 5;

const packed = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
};

/** A path where nothing depends on who asks: no secret stands beside what a visitor types, so that packing tells nothing. */
export function isPublic(path: string): boolean {
  return PUBLIC.test(path);
}

/** schema.org data before the end of the head. It is data, not a script: no policy has to let it run. */
export function withStructured(html: string, structured: object | undefined): string {
  if (structured === undefined) return html;
  const text = JSON.stringify(structured).replaceAll('<', '\\u003c');
  return html.replace('</head>', () => `<script type="application/ld+json">${text}</script></head>`);
}

export async function compressed(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  const accepted = request.headers.get('accept-encoding') ?? '';
  const coding = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
  if (response.status !== 200 || !response.body || !TEXT.test(type)) return response;
  if (response.headers.has('content-encoding')) return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!coding || bytes.length < LEAST_BYTES) return new Response(bytes, { status: response.status, headers });
  const tag = headers.get('etag');
  if (tag !== null) headers.set('etag', `${tag.slice(0, -1)}-${coding}"`);
  headers.set('content-encoding', coding);
  headers.delete('content-length');
  // Whoever has it is told so; there is nothing to pack then.
  const isKnown = tag !== null && request.headers.get('if-none-match')?.includes(headers.get('etag') ?? '');
  const body = isKnown ? null : new Uint8Array(await packed[coding](bytes));
  return new Response(body, { status: response.status, headers });
}
