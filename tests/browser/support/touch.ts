/** A finger that drags: Playwright taps, but for a drag by touch the browser is told of each movement. */
import type { Locator, Page } from '@playwright/test';

/** The grip stands at the end of a row's first line. */
const GRIP = { fromEnd: 24, fromTop: 24 };

/** Drags a row by its grip until it lies below the other. */
export async function dragDown(page: Page, row: Locator, other: Locator): Promise<void> {
  await row.scrollIntoViewIfNeeded();
  await other.scrollIntoViewIfNeeded();
  const [from, to] = [await row.boundingBox(), await other.boundingBox()];
  if (!from || !to) throw new Error('There is no row to drag, or none to drag it to.');
  const x = from.x + from.width - GRIP.fromEnd;
  const start = from.y + GRIP.fromTop;
  const end = start + (to.y - from.y) + to.height / 2;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await touch('touchStart', start);
  for (const part of [0.2, 0.4, 0.6, 0.8, 1]) await touch('touchMove', start + part * (end - start));
  await touch('touchEnd', end);
  await session.detach();
}
