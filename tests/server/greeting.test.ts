/** What `npm start` prints: the links that work, or none of them where the terminal is a log. */
import { expect, test } from 'vitest';
import { greetingOf } from '../../server/start/greeting.ts';
import { openTestServer } from './test-server.ts';

test('S2 the full greeting brings a newcomer in, and a short one holds nothing that would', async () => {
  const server = await openTestServer();
  const { services, code } = server;
  try {
    const full = (await greetingOf({ kind: 'full', services, place: '/data' })).join('\n');
    const secret = /\/staff\/enter#(\S+)/.exec(full)?.[1] ?? '';
    expect(await services.staff.exchange(secret)).not.toBeNull();
    expect(full).toContain(`code ${code}`);
    const short = (await greetingOf({ kind: 'short', services, place: '/data' })).join('\n');
    expect(short).toContain(services.publicAddress());
    expect(short).not.toMatch(/enter#/);
    expect(short).not.toContain(code);
  } finally {
    await server.close();
  }
});
