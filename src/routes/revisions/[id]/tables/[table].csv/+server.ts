import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

/** The stable address of one table of a revision; text cells are inert (A7). */
export const GET: RequestHandler = async ({ locals, params }) =>
  download(await locals.services.revisions.export(params.id, 'csv', params.table));
