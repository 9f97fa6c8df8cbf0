/** A server of its own process for the storm of bad frames: it says where it is and who may come in, and how much it holds. */
import { openTestServer } from '../../server/test-server.ts';
import type { Served, Told } from './served-process.ts';

const server = await openTestServer();
const people = await Promise.all(
  ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Fay'].map((name) => server.person(name)),
);
const served: Served = {
  address: server.address,
  workshop: server.workshop,
  screen: await server.screen(),
  honest: people.slice(0, 4),
  strangers: people.slice(4),
};
tell({ served });
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  tell({ bytes: { held: heapUsed + external, process: rss } });
});
process.on('disconnect', () => void server.close().then(() => process.exit(0)));

function tell(message: Told): void {
  process.send?.(message);
}
