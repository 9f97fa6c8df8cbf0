import type { JoinAddress } from '#lib/ui/screen/join-address.ts';
import { qrPath } from '#lib/ui/screen/qr-path.ts';
import { workshopByCode } from '../../workshop-by-code.ts';
import { screenAccess } from './screen-seat.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { services } = event.locals;
  const workshop = await workshopByCode(event, event.params.code);
  const access = await screenAccess(event, workshop);
  const join = joinAddress(services.publicAddress(), workshop.code);
  return { workshop: workshop.id, title: workshop.setup.title, access, join: access.isGranted ? join : null };
};

function joinAddress(server: string, code: string): JoinAddress {
  const url = `${server}/join/${code}`;
  return { url, address: `${server.replace(/^https?:\/\//, '')}/join`, code, qr: qrPath(url) };
}
