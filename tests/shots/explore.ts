/** The public access point: before the first revision, and with what a room has agreed. */
import type { Camera } from './camera.ts';
import type { House } from './house.ts';
import { ALL_SIZES } from './sizes.ts';

const WHOLE = { face: 'page', sizes: ALL_SIZES, dark: true, whole: true } as const;

export async function shootExploreEmpty(camera: Camera, house: House): Promise<void> {
  if (!camera.wants('explore-empty')) return;
  const page = await house.open('/explore');
  await camera.take(page, 'explore-empty', WHOLE);
  await page.context().close();
}

export async function shootExplore(camera: Camera, house: House): Promise<void> {
  if (!camera.wants('explore-')) return;
  const { explore } = house.server.services;
  const [card] = (await explore.pathways()).filter(({ isInDemand }) => isInDemand);
  const code = card?.occupation ?? (await explore.codes()).occupations[0] ?? '';
  const paths: [string, string][] = [
    ['front', '/explore'],
    ['list', '/explore/occupations?openings=1000'],
    ['nothing', '/explore/occupations?q=astronaut'],
    ['occupation', `/explore/occupations/${code}`],
    ['occupation-educator', `/explore/occupations/${code}?for=educator`],
    ['pathways', '/explore/pathways'],
    ['pathway', `/explore/pathways/${code}`],
    ['pathway-step', `/explore/pathways/${code}#step-2`],
    ['comment', `/explore/occupations/${code}/comment`],
    ['about', '/explore/about'],
    ['missing', '/explore/occupations/none'],
  ];
  const wanted = paths.filter(([name]) => camera.wants(`explore-${name}`));
  if (wanted.length === 0) return;
  const page = await house.open('/explore');
  for (const [name, path] of wanted) {
    await page.goto(`${house.pages}${path}`);
    await camera.take(page, `explore-${name}`, WHOLE);
  }
  await page.context().close();
}
