/** A link with which the same person goes on with another device (R4). */
import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { qrPath } from '#lib/ui/screen/qr-path.ts';
import { findRoom, participantHere } from '../room-at-door.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const { code } = event.params;
  const { services } = event.locals;
  const door = await findRoom(event, code);
  if (door.kind !== 'room') error(404, 'There is no workshop with this code.');
  const here = await participantHere(event, door.room.id);
  if (!here) error(403, 'Join the workshop first.');
  const offer = await services.doors.offerDevice(door.room.id, here.token);
  if ('message' in offer) error(409, offer.message);
  // On the server `resolve` may answer with a relative path; the link must be whole.
  const path = new URL(resolve('/join/[code]/device/take', { code }), event.url).pathname;
  const address = `${services.publicAddress()}${path}#${offer.secret}`;
  return Response.json({ address, qr: qrPath(address) }, { headers: { 'cache-control': 'no-store' } });
};
