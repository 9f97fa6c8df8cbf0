import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { CONSENT_TEXT } from '#lib/protocol/consent-text.ts';
import type { Terms } from '#lib/ui/phone/terms.ts';
import type { PhoneSeat } from '../../../phone/seat.ts';
import { keepSeat } from '../../seat-cookie.ts';
import { readProfile } from './read-profile.ts';
import { findRoom, participantHere } from './room-at-door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const code = event.params.code;
  const door = await findRoom(event, code);
  if (door.kind !== 'room') {
    event.setHeaders({ 'cache-control': 'no-store' });
    return { kind: door.kind, code };
  }
  const { room } = door;
  // Whoever sits here is in it: asked for anew each time, and kept by nobody between.
  event.setHeaders({ 'cache-control': 'private, no-cache' });
  const seat = await participantHere(event, room.id);
  const terms = {
    competitionText: room.setup.competitionText,
    consentText: CONSENT_TEXT,
    retentionDays: room.setup.retentionDays,
  };
  const about = {
    code,
    title: room.setup.title,
    region: room.setup.region,
    rehearsal: room.rehearsal,
    terms,
  };
  if (seat) return { kind: 'seated' as const, seat: seatOf(code, room.id, terms), ...about };
  if (room.stage === 'draft') return { kind: 'notYet' as const, ...about };
  if (room.stage !== 'open' && room.stage !== 'running') return { kind: 'over' as const, ...about };
  return { kind: room.locked ? ('locked' as const) : ('door' as const), ...about };
};

function seatOf(code: string, workshop: string, terms: Terms): PhoneSeat {
  const addresses = {
    join: resolve('/join/[code]', { code }),
    occupations: resolve('/join/[code]/occupations', { code }),
    device: resolve('/join/[code]/device', { code }),
  };
  return { workshop, terms, addresses };
}

export const actions: Actions = {
  default: async (event) => {
    const { code } = event.params;
    const door = await findRoom(event, code);
    const read = readProfile(await event.request.formData());
    const { values } = read;
    if (door.kind !== 'room') return fail(404, { values, errors: {}, message: null });
    if (await participantHere(event, door.room.id)) redirect(303, resolve('/join/[code]', { code }));
    if ('errors' in read) return fail(400, { values, errors: read.errors, message: null });
    const joined = await event.locals.services.doors.join(code, read.profile);
    if ('message' in joined) return fail(409, { values, errors: {}, message: joined.message });
    keepSeat(event, 'phone', joined.workshop, joined.token);
    redirect(303, resolve('/join/[code]', { code }));
  },
};
