import { seatCookie } from '../../server/seats.ts';
import type { Services } from '../../server/services.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import { isLive } from './opened.ts';
import { orThrow } from './test-server.ts';
import type { TestServer } from './test-server.ts';

/** A lead facilitator takes the first step of an open workshop, so that it is running. */
export async function start(server: TestServer, room: string, doors: Services['doors']): Promise<void> {
  const code = (await server.services.workshops.get(room))?.code ?? '';
  const { secret } = orThrow(await doors.offerSeat(room, 'staff', 'lead', 'Lead'));
  const { token } = orThrow(await doors.takeSeat(code, secret));
  const headers = { cookie: `${seatCookie('console', room)}=${token}`, origin: server.address };
  const lead = new RoomClient({ room, face: 'console', address: server.address, headers });
  await isLive(lead);
  await lead.send({ type: 'guide.next', activity: 'welcome', phase: 'join' });
  lead.close();
}
