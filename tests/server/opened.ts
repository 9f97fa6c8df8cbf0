/** What a test has opened, closed again after it. */
import { afterEach } from 'vitest';
import type { Face } from '../../src/lib/protocol/roles.ts';
import type { RoomClient } from '../../src/lib/room/client.ts';
import { until } from './test-server.ts';
import type { TestServer } from './test-server.ts';

export function closing(): <T extends { close(): void | Promise<void> }>(opened: T) => T {
  const all: { close(): void | Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of all.splice(0).reverse()) await each.close();
  });
  return (opened) => {
    all.push(opened);
    return opened;
  };
}

/** A client that has its views. */
export async function liveClient<F extends Face>(
  server: TestServer,
  face: F,
  cookie: string,
): Promise<RoomClient<F>> {
  const client = server.client(face, cookie);
  await isLive(client);
  return client;
}

export function isLive(client: RoomClient): Promise<void> {
  return until(
    client,
    () => client.status === 'live' && (client.own !== null || client.view?.face === 'screen'),
  );
}
