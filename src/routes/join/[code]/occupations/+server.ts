/** Searches the whole code list for a nomination; only for who sits in the room. */
import { error } from '@sveltejs/kit';
import { findRoom, participantHere } from '../room-at-door.ts';
import type { RequestHandler } from './$types';

const MOST = 8;

export const GET: RequestHandler = async (event) => {
  const door = await findRoom(event, event.params.code);
  if (door.kind !== 'room') error(404, 'There is no workshop with this code.');
  if (!(await participantHere(event, door.room.id))) error(403, 'Join the workshop first.');
  const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, 120);
  const found = words.length < 2 ? [] : event.locals.services.datasets.codeList.search(words, MOST);
  return Response.json(found.map(({ entry, via }) => ({ code: entry.code, title: entry.title, via })));
};
