/** A rehearsal is marked as one on every face; when it is discarded, everybody is told. */
import { hostCookie, screenCookie } from '../../server/rehearsal/seats.ts';
import type { Camera } from './camera.ts';
import { shootFaces } from './faces.ts';
import type { House } from './house.ts';
import { ShownRoom } from './room.ts';

export async function shootRehearsal(camera: Camera, house: House, original: string): Promise<void> {
  if (!camera.wants('rehearsal')) return;
  const { server, address } = house;
  const { workshops, doors } = server.services;
  const id = await workshops.rehearse(original, 5);
  const workshop = await workshops.get(id);
  if (!workshop) throw new Error('The rehearsal was not made.');
  const { code } = workshop;
  const room = await ShownRoom.open(server, address, { id, code }, 1);
  await room.fill(6, 1);
  const [first = '', second = ''] = room.phones;
  const faces = {
    screen: await house.open(`/screen/${code}`, await screenCookie(doors, id, code)),
    console: await house.open(`/host/${code}`, await hostCookie(doors, id, code)),
    phone: await house.open(`/join/${code}`, first),
    answered: await house.open(`/join/${code}`, second),
    observer: await house.open(`/join/${code}`),
  };
  await camera.take(faces.observer, 'rehearsal-join', { face: 'phone', sizes: ['phone'] });
  await shootFaces(camera, faces, { name: 'rehearsal-lobby' });
  await room.facilitator.press('phase.open');
  await shootFaces(camera, faces, { name: 'rehearsal-open' });
  await room.close();
  await workshops.discard(id);
  await shootFaces(camera, faces, { name: 'rehearsal-discarded' });
}
