/** What can happen at any time: a spotlight, a stopped topic, a locked room, a lost line, a nudge, an observer. */
import type { Camera } from './camera.ts';
import { shootFaces } from './faces.ts';
import type { Faces } from './faces.ts';
import type { House } from './house.ts';
import type { ShownRoom } from './room.ts';

export async function shootInterruptions(camera: Camera, house: House, room: ShownRoom, faces: Faces): Promise<void> {
  const { facilitator } = room;
  const { content } = facilitator.view;
  if (content.kind !== 'choose') throw new Error('Interruptions are shown while the room chooses.');
  const [first] = content.options;
  if (first) {
    await facilitator.say({ type: 'spotlight.set', target: { kind: 'occupation', id: first.id } });
    await shootFaces(camera, faces, { name: 'any-spotlight' });
    await facilitator.say({ type: 'spotlight.set', target: null });
  }
  await camera.take(faces.observer, 'any-observer-phone', { face: 'phone', sizes: ['phone'], dark: true });
  await facilitator.say({ type: 'topic.stop', reason: 'Pay was mentioned.' });
  await shootFaces(camera, faces, { name: 'any-stopped' });
  await facilitator.say({ type: 'topic.resume' });
  await facilitator.say({ type: 'room.nudge' });
  await camera.take(faces.phone, 'any-nudge-phone', { face: 'phone', sizes: ['phone'] });
  await facilitator.say({ type: 'room.lock', locked: true });
  await camera.take(faces.console, 'any-locked-console', { face: 'console', sizes: ['laptop'] });
  const stranger = await house.open(`/join/${room.code}`);
  await camera.take(stranger, 'any-locked-join', { face: 'phone', sizes: ['phone'] });
  await stranger.context().close();
  await facilitator.say({ type: 'room.lock', locked: false });
  await shootOffline(camera, faces);
}

async function shootOffline(camera: Camera, { phone, console, screen }: Faces): Promise<void> {
  const sizes = { phone: ['phone'], console: ['laptop'], screen: ['projector'] } as const;
  for (const [face, page] of Object.entries({ phone, console, screen }) as [keyof typeof sizes, typeof phone][]) {
    if (!camera.wants(`any-offline-${face}`)) continue;
    await page.context().setOffline(true);
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await page.getByText(/no connection|offline|lost/i).first().waitFor({ timeout: 15_000 }).catch(() => undefined);
    await camera.take(page, `any-offline-${face}`, { face, sizes: sizes[face], dark: face === 'phone' });
    await page.context().setOffline(false);
  }
}
