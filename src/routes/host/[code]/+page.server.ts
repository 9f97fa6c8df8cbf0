import { fail, redirect } from '@sveltejs/kit';
import type { JoinAddress } from '#lib/ui/screen/join-address.ts';
import { qrPath } from '#lib/ui/screen/qr-path.ts';
import { codeWords } from '#lib/ui/words/code.ts';
import { workshopByCode } from '../../workshop-by-code.ts';
import { heldSeat, requireSeat, takeLeadSeat } from './host-seat.ts';
import type { LinkKind, SeatLink } from './seat-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const workshop = await workshopByCode(event, event.params.code);
  const isStaff = event.locals.staff !== null;
  const held = await heldSeat(event, workshop.id);
  const why =
    held || !event.locals.staff ? null : await takeLeadSeat(event, workshop, event.locals.staff.name);
  if ((!held && !isStaff) || why !== null) return { access: 'none' as const, code: workshop.code, why };
  const { id, code, setup } = workshop;
  const join = joinAddress(event.locals.services.publicAddress(), code);
  return { access: 'granted' as const, workshop: id, code, title: setup.title, isStaff, join };
};

function joinAddress(publicAddress: string, code: string): JoinAddress {
  const url = `${publicAddress}/join/${code}`;
  return { url, address: publicAddress.replace(/^https?:\/\//, ''), code: codeWords(code), qr: qrPath(url) };
}

const LINK_KINDS: readonly string[] = ['co', 'remote', 'screen'] satisfies LinkKind[];
const isLinkKind = (kind: string): kind is LinkKind => LINK_KINDS.includes(kind);

export const actions: Actions = {
  /** A link for another device: shown once, exchanged once. */
  link: async (event) => {
    const { workshop, seat } = await requireSeat(event, event.params.code);
    const form = await event.request.formData();
    const kind = text(form, 'kind');
    if (!isLinkKind(kind)) return fail(400, { message: 'Choose what the link is for.' });
    const name = text(form, 'name') || NAMES[kind];
    const offered = await event.locals.services.doors.offerSeat(workshop.id, { seat: seat.id }, kind, name);
    if ('message' in offered) return fail(409, { message: offered.message });
    const url = `${event.locals.services.publicAddress()}/enter/${workshop.code}#${offered.secret}`;
    return { link: { kind, name, url, qr: qrPath(url) } satisfies SeatLink };
  },

  /** Fills a copy of the workshop with simulated employers and opens its console here. */
  rehearse: async (event) => {
    const { workshop } = await requireSeat(event, event.params.code);
    const employers = Number(text(await event.request.formData(), 'employers'));
    if (!Number.isInteger(employers) || employers < 5 || employers > 40)
      return fail(400, { message: 'Choose between 5 and 40 employers.' });
    const { workshops } = event.locals.services;
    const started = await workshops.rehearse(workshop.id, employers).then(
      (id) => ({ id }),
      // What stands in its way is a sentence for a person: too many rehearsals, or a preparation that cannot open.
      (reason: unknown) => ({ message: reason instanceof Error ? reason.message : NO_REHEARSAL }),
    );
    if ('message' in started) return fail(409, { message: started.message });
    const copy = await workshops.get(started.id);
    if (!copy) return fail(409, { message: NO_REHEARSAL });
    const why = await takeLeadSeat(event, copy, 'Rehearsal');
    if (why !== null) return fail(409, { message: why });
    redirect(303, `/host/${copy.code}`);
  },

  discard: async (event) => {
    const { workshop } = await requireSeat(event, event.params.code);
    if (!workshop.rehearsal) return fail(400, { message: 'Only a rehearsal can be discarded here.' });
    await event.locals.services.workshops.discard(workshop.id);
    redirect(303, event.locals.staff ? '/staff/workshops' : '/');
  },

  /** Opens the lobby; staff only, because it ends the preparation. */
  open: async (event) => {
    const { workshop } = await requireSeat(event, event.params.code);
    if (!event.locals.staff)
      return fail(403, { message: 'Staff open the room, from the page of the workshop.' });
    const ack = await event.locals.services.workshops.open(workshop.id);
    return ack.ok ? { opened: true } : fail(409, { message: ack.message });
  },
};

const NO_REHEARSAL = 'The rehearsal did not start. Try again in a moment.';
const NAMES: Record<LinkKind, string> = { co: 'Co-facilitator', remote: 'Remote', screen: 'Screen' };

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().slice(0, 80) : '';
}
