/** What opens over the faces: dialogs of the console, the panes of the remote, the phone's own sheet. */
import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';
import type { Faces } from './faces.ts';
import { SIZES } from './sizes.ts';

export async function shootSheets(camera: Camera, { console, phone }: Faces): Promise<void> {
  if (camera.wants('sheet-console')) await shootConsole(camera, console);
  if (!camera.wants('sheet-phone-me')) return;
  await phone.setViewportSize(SIZES.phone);
  await phone.getByRole('banner').getByRole('button').first().click();
  await camera.take(phone, 'sheet-phone-me', { face: 'phone', sizes: ['phone'], dark: true });
  await phone.keyboard.press('Escape');
  await phone.mouse.click(2, 300);
}

async function shootConsole(camera: Camera, page: Page): Promise<void> {
  await page.setViewportSize(SIZES.laptop);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'sheet-console-keys', { face: 'console', sizes: ['laptop'], dark: true });
  await page.keyboard.press('Escape');
  for (const [name, button] of [
    ['links', /links|devices|screen/i],
    ['rehearse', /rehearse/i],
    ['stop', /stop the topic/i],
    ['end', /close the workshop/i],
  ] as const) {
    const opener = page.getByRole('button', { name: button }).first();
    if ((await opener.count()) === 0) continue;
    await opener.click();
    const dialog = page.getByRole('dialog');
    if (await dialog.waitFor().then(() => true, () => false)) {
      await camera.take(page, `sheet-console-${name}`, { face: 'console', sizes: ['laptop', 'phone'] });
      await page.setViewportSize(SIZES.laptop);
      await page.keyboard.press('Escape');
    }
  }
  await page.setViewportSize(SIZES.phone);
  for (const pane of ['Guide', 'People', 'Notes', 'Now']) {
    await page.getByRole('navigation').getByRole('button', { name: pane }).click();
    await camera.take(page, `sheet-console-remote-${pane.toLowerCase()}`, { face: 'console', sizes: ['phone'] });
  }
}
