import { error } from '@sveltejs/kit';
import type { JoinAddress } from '#lib/ui/screen/join-address.ts';
import { qrPath } from '#lib/ui/screen/qr-path.ts';
import { screenAccess } from './screen-seat.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { services } = event.locals;
  const workshop = await services.workshops.byCode(event.params.code);
  if (!workshop)
    error(404, 'No workshop has this code. Look at the code on the console or in the staff pages.');
  const access = await screenAccess(event, workshop);
  const join = joinAddress(services.publicAddress(), workshop.code);
  return { workshop: workshop.id, title: workshop.setup.title, access, join: access.isGranted ? join : null };
};

function joinAddress(server: string, code: string): JoinAddress {
  const url = `${server}/join/${code}`;
  return { url, address: `${server.replace(/^https?:\/\//, '')}/join`, code, qr: qrPath(url) };
}
