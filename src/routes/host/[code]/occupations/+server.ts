import { requireSeat } from '../host-seat.ts';
import type { RequestHandler } from './$types';

/** Looks an occupation up in the whole code list, by title or alias, to match a write-in to its code. */
export const GET: RequestHandler = async (event) => {
  await requireSeat(event, event.params.code);
  const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, 80);
  const found = words.length < 2 ? [] : event.locals.services.datasets.codeList.search(words, 12);
  return Response.json(found.map(({ entry, via }) => ({ code: entry.code, title: entry.title, via })));
};
