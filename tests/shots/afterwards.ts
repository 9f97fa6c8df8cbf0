/** Staff after the day: review, the confirmation, and what is published then. */
import { review } from '../../server/rehearsal/review.ts';
import type { Camera } from './camera.ts';
import type { House } from './house.ts';
import { ALL_SIZES } from './sizes.ts';
import { staffPage } from './staff-page.ts';

const WHOLE = { face: 'page', sizes: ALL_SIZES, whole: true } as const;
const SEED = 7;

export async function shootAfterwards(camera: Camera, house: House, workshop: string): Promise<void> {
  if (!camera.wants('staff-after')) return;
  const { services } = house.server;
  const page = await staffPage(house);
  const take = async (name: string, path: string, whole = true): Promise<void> => {
    await page.goto(`${house.pages}${path}`);
    await camera.take(page, `staff-after-${name}`, { ...WHOLE, whole, dark: true });
  };
  await take('home-due', '/staff');
  await take('workshop-closed', `/staff/workshops/${workshop}`);
  await services.workshops.startReview(workshop);
  await take('review', `/staff/workshops/${workshop}/review`, false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await take('publish', `/staff/workshops/${workshop}/publish`);
  const { revision } = await review(services, workshop, SEED);
  await take('home', '/staff');
  await take('workshop-published', `/staff/workshops/${workshop}`);
  await take('review-frozen', `/staff/workshops/${workshop}/review`, false);
  await take('revisions', '/staff/revisions');
  await take('revision', `/staff/revisions/${revision}`);
  await take('revisions-public', '/revisions');
  await take('revision-public', `/revisions/${revision}`);
  await take('front', '/');
  await page.context().close();
}
