import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

test('a phone at plumbline.test is on an insecure origin, as in a meeting room', async ({ page }) => {
  const server = createServer((_, response) => response.end('<!doctype html><title>Phone</title>'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://plumbline.test:${port}/`);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await new Promise((closed) => server.close(closed));
});
