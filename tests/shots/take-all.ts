/** Every picture, in the order a workshop has: the doors, the room, the review, the revision; then a rehearsal. */
import { hostCookie, screenCookie } from '../../server/rehearsal/seats.ts';
import { shootAfterwards } from './afterwards.ts';
import type { Camera } from './camera.ts';
import { shootDoors, joinByForm } from './doors.ts';
import { shootExplore, shootExploreEmpty } from './explore.ts';
import { shootFaces } from './faces.ts';
import type { Faces } from './faces.ts';
import { shootGuide } from './guide.ts';
import type { House } from './house.ts';
import { shootRehearsal } from './rehearsal.ts';
import { ShownRoom } from './room.ts';
import { shootSheets } from './sheets.ts';
import { shootDesk } from './desk.ts';

const EMPLOYERS = 17;

export async function takeAll(camera: Camera, house: House, seed: number): Promise<void> {
  const { server, address } = house;
  const [workshop] = await server.services.workshops.list();
  if (!workshop) throw new Error('The sample workshop is missing.');
  const { id, code } = workshop;
  const { doors } = server.services;
  await camera.part('doors', () => shootDoors(camera, house, code));
  await camera.part('explore before', () => shootExploreEmpty(camera, house));
  await camera.part('staff before', () => shootDesk(camera, house, id));

  const room = await ShownRoom.open(server, address, workshop, seed);
  const screen = await house.open(`/screen/${code}`, await screenCookie(doors, id, code));
  const console = await house.open(`/host/${code}`, await hostCookie(doors, id, code));
  await camera.take(screen, 'lobby-empty-screen', { face: 'screen', sizes: ['projector', 'laptop'] });
  await camera.take(console, 'lobby-empty-console', { face: 'console', sizes: ['laptop', 'phone'] });
  const phone = await joinByForm(camera, house, code, { name: 'Ana Reyes', organisation: 'Cedar County Hospital' });
  const observer = await joinByForm(camera, house, code, {
    name: 'Otis Bell',
    organisation: 'Front Range College',
    observer: true,
  });
  await room.fill(EMPLOYERS, seed);
  const [cookie] = room.phones;
  if (cookie === undefined) throw new Error('Nobody came.');
  const answered = await house.open(`/join/${code}`, cookie);
  const faces: Faces = { screen, console, phone, answered, observer };
  await shootFaces(camera, faces, { name: 'lobby', isFull: true });
  await camera.part('sheets', () => shootSheets(camera, faces));
  await shootGuide(camera, house, room, faces);
  await room.facilitator.say({ type: 'workshop.close' });
  await shootFaces(camera, faces, { name: 'over', isFull: true });
  await room.close();
  await camera.part('staff afterwards', () => shootAfterwards(camera, house, id));
  await camera.part('explore', () => shootExplore(camera, house));
  await camera.part('rehearsal', () => shootRehearsal(camera, house, id));
}
