/** Somebody who comes in by the join page's form, behind a link of their own: how long until the phone shows the room. */
import { RoomClient } from '../../src/lib/room/client.ts';
import { until } from '../../server/rehearsal/until.ts';
import { SlowLink } from '../support/slow-link.ts';
import type { LinkOptions } from '../support/slow-link.ts';

/** Milliseconds from the tap on Join. The page itself was loaded before, as on every phone. */
export async function comeIn(
  server: string,
  code: string,
  name: string,
  options: LinkOptions,
): Promise<number> {
  const link = await SlowLink.to(server, options);
  const { address } = link;
  const page = `${address}/join/${code}`;
  await (await fetch(page)).text();
  const startedAt = performance.now();
  const body = new URLSearchParams({ name, organisation: `${name} Ltd` });
  const joined = await fetch(page, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: address, accept: 'text/html' },
  });
  const [cookie = ''] = (joined.headers.getSetCookie()[0] ?? '').split(';');
  if (joined.status !== 303 || cookie === '') throw new Error(`Joining was answered ${joined.status}.`);
  const client = new RoomClient({ room: code, face: 'phone', address, headers: { cookie, origin: address } });
  try {
    await until(client, 'the room on a phone', () => client.own !== null && client.view !== null);
    return performance.now() - startedAt;
  } finally {
    client.close();
    await link.close();
  }
}
