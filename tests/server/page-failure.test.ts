import { afterEach, expect, test, vi } from 'vitest';
import type {} from '../../src/app.d.ts';
import { handleError } from '../../src/hooks.server.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { closing } from './opened.ts';
import { openTestServer } from './test-server.ts';

const open = closing();
afterEach(() => vi.restoreAllMocks());

test('S2 a page that breaks is in the log without its secret and what was typed, and is printed nowhere else', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const written: string[] = [];
  const logTo = { write: (line: string): void => void written.push(line) };
  open(await openTestServer(memoryStore(), { logLevel: 'debug', logTo }));
  const event = { url: new URL('http://x/staff/enter/Q7ecretQ7ecret?name=Zephyrina') };
  const failure = { event, error: new TypeError('Zephyrina'), status: 500, message: 'Internal Error' };
  const told = await handleError(failure as unknown as Parameters<typeof handleError>[0]);
  expect(told).toEqual({ message: 'Internal Error' });
  const line = JSON.parse(written.find((each) => each.includes('a page broke')) ?? '{}') as object;
  expect(line).toMatchObject({ level: 'error', path: '/staff/enter/*', err: { type: 'TypeError' } });
  expect(written.join('')).not.toMatch(/Q7ecret|Zephyrina/);
  expect(printed).not.toHaveBeenCalled();
});
