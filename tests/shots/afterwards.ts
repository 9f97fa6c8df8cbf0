/** Staff after the day: review, the confirmation, and what is published then. */
import type { Services, StaffSession } from '../../server/services.ts';
import type { Camera } from './camera.ts';
import type { House } from './house.ts';
import { ALL_SIZES } from './sizes.ts';
import { staffPage } from './staff-page.ts';

const WHOLE = { face: 'page', sizes: ALL_SIZES, whole: true } as const;
const ROLE = 'Labour market analyst';

export async function shootAfterwards(camera: Camera, house: House, workshop: string): Promise<void> {
  if (!camera.wants('staff-after') && !camera.wants('explore-')) return;
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
  await rule(services, workshop);
  await take('review-ruled', `/staff/workshops/${workshop}/review`, false);
  await take('publish', `/staff/workshops/${workshop}/publish`);
  const published = await services.workshops.publish(workshop, await signIn(services));
  if ('message' in published) throw new Error(published.message);
  const { revision } = published;
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

/** Most accepted, one modified, some rejected, the last ones left as they are. */
async function rule(services: Services, workshop: string): Promise<void> {
  const session = await signIn(services);
  const proposed = await services.revisions.adjustments(workshop);
  const figure = proposed.find(({ kind, publishedValue }) => kind === 'figure' && Number(publishedValue) > 0);
  const ids = proposed.map(({ id }) => id).filter((id) => id !== figure?.id);
  const decide = (adjustments: string[], decision: 'accepted' | 'modified' | 'rejected', value: string | null) =>
    services.workshops.decide(workshop, session, {
      adjustments,
      decision,
      value,
      rationale: decision === 'rejected' ? 'The base is too small for this region.' : 'As the room said.',
      role: ROLE,
    });
  await decide(ids.slice(0, -24), 'accepted', null);
  await decide(ids.slice(-24, -12), 'rejected', null);
  if (figure) await decide([figure.id], 'modified', String(Math.round(Number(figure.publishedValue) * 0.9)));
}

async function signIn({ staff }: Services): Promise<StaffSession> {
  const token = await staff.exchange(await staff.offerLink());
  const session = token === null ? null : await staff.session(token);
  if (!session) throw new Error('Staff could not sign in.');
  return session;
}
