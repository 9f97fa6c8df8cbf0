/** Walks a full room through the guide and takes pictures of every phase in every state. */
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import type { Camera } from './camera.ts';
import { shootFaces } from './faces.ts';
import type { Faces } from './faces.ts';
import type { House } from './house.ts';
import { shootInterruptions } from './interruptions.ts';
import type { ShownRoom } from './room.ts';

/** States of these are taken at every size and in the dark: one with few words, one with many, one with a map. */
const FULL = ['choose', 'mark', 'map', 'vote'];

export async function shootGuide(camera: Camera, house: House, room: ShownRoom, faces: Faces): Promise<void> {
  const { facilitator } = room;
  for (;;) {
    const name = nameOf(facilitator.view);
    const isFull = FULL.includes(facilitator.view.header.current.phase);
    await shootFaces(camera, faces, { name: `${name}-1-upcoming` });
    const opened = await facilitator.press('phase.open');
    await room.moderation.prepare(opened);
    await room.barrier();
    await room.contribute();
    const half = Math.ceil(room.employers.length / 2);
    await room.answer(room.employers.slice(0, half));
    await shootFaces(camera, faces, { name: `${name}-2-open`, isAnswering: true, isFull });
    if (facilitator.view.header.current.phase === 'choose')
      await camera.part('interruptions', () => shootInterruptions(camera, house, room, faces));
    await room.answer(room.employers.slice(half));
    let view = await conclude(camera, room, faces, { name, isFull });
    if (view.header.current.phase === 'vote' && view.controls.round !== null) {
      await facilitator.press('phase.round');
      await room.barrier();
      await shootFaces(camera, faces, { name: `${name}-round-2-2-open` });
      await room.answer(room.employers);
      view = await conclude(camera, room, faces, { name: `${name}-round-2`, isFull: false });
    }
    if (view.controls.next === null) return;
    await facilitator.press('guide.next');
  }
}

async function conclude(
  camera: Camera,
  { facilitator, moderation }: ShownRoom,
  faces: Faces,
  { name, isFull }: { name: string; isFull: boolean },
): Promise<ConsoleView> {
  const closed = await facilitator.press('phase.close');
  await moderation.conclude(closed);
  await shootFaces(camera, faces, { name: `${name}-3-closed` });
  if ((await facilitator.look()).controls.reveal === null) return facilitator.view;
  const view = await facilitator.press('phase.reveal');
  await shootFaces(camera, faces, { name: `${name}-4-revealed`, isAnswering: true, isFull });
  return view;
}

function nameOf({ plan, header }: ConsoleView): string {
  const { activity, phase } = header.current;
  const place = plan.findIndex((one) => one.activity === activity && one.phase === phase) + 1;
  return `guide-${String(place).padStart(2, '0')}-${phase}`;
}
