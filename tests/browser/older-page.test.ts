/** R3 R4: a phone whose page is older than the server is told to reload, and what it had not sent yet arrives once. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from './phone-room.ts';

/** The page's line, which can be cut, and on which the page can speak as an older one would. */
async function lineOf(page: Page): Promise<{ is: 'whole' | 'cut' | 'older'; cut(): Promise<void> }> {
  const open = new Set<{ close(): Promise<void> }>();
  const line = {
    is: 'whole' as 'whole' | 'cut' | 'older',
    async cut() {
      line.is = 'cut';
      for (const socket of open) await socket.close();
    },
  };
  await page.routeWebSocket(/socket\.io/, async (socket) => {
    if (line.is === 'cut') return socket.close();
    open.add(socket);
    const server = socket.connectToServer();
    const asOlder = (frame: string): string => frame.replace(/("protocol":)\d+/, '$10');
    socket.onMessage((frame) =>
      server.send(line.is === 'older' && typeof frame === 'string' ? asOlder(frame) : frame),
    );
  });
  return line;
}

test('R3 R4 an older page is told to reload; the answer it had not sent is stored once after it', async ({
  room,
  newPhone,
}) => {
  const page = await newPhone();
  const line = await lineOf(page);
  await page.goto(room.joinAddress);
  await page.getByLabel('Your name').fill('Ana Diaz');
  await page.getByLabel('Organisation').fill('Foothills');
  await page.getByRole('button', { name: 'Join' }).click();
  const accept = page.getByRole('button', { name: 'I accept the ground rules' });
  await expect(accept).toBeEnabled();
  await line.cut();
  await accept.click();
  await expect(page.getByRole('banner')).toContainText('not sent yet');
  const acceptedAt = async (): Promise<number | null | undefined> => {
    const state = await room.server.services.workshops.get(room.server.workshop);
    return Object.values(state?.participants ?? {})[0]?.groundRulesAt;
  };
  expect(await acceptedAt()).toBeNull();
  line.is = 'older';
  await expect(page.getByRole('heading', { name: 'This page is older than the server' })).toBeVisible({
    timeout: 15_000,
  });
  expect(await acceptedAt()).toBeNull();
  line.is = 'whole';
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect.poll(acceptedAt).not.toBeNull();
  await expect(accept).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('connected');
  await expect(page.getByLabel('Your name')).toHaveCount(0);
});
