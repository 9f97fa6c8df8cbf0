import { error } from '@sveltejs/kit';
import { requireSeat } from '../host-seat.ts';
import type { RequestHandler } from './$types';

/** Everything there is so far, during the workshop as well as after it (U6). */
export const GET: RequestHandler = async (event) => {
  const { workshop } = await requireSeat(event, event.params.code);
  const zip = await event.locals.services.workshops.exportSoFar(workshop.id);
  if (!zip) error(404, 'There is nothing to export yet.');
  return new Response(new Uint8Array(zip.bytes), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${zip.fileName.replace(/[^\w.-]+/g, '-')}"`,
      'cache-control': 'no-store',
    },
  });
};
