import { error } from '@sveltejs/kit';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

const FORMATS = ['zip', 'xlsx', 'json', 'ctdl', 'prov'] as const;

/** The stable address of a revision in one of its forms. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const format = FORMATS.find((each) => each === params.format);
  if (!format)
    error(404, `A revision is there as ${FORMATS.join(', ')}; its tables as CSV have their own addresses.`);
  return download(await locals.services.revisions.export(params.id, format));
};
