/** B4: forty rooms of 27 sockets on one process, half a command a second each; all that was acknowledged must be on the disk. */
import type { Said } from './caller.ts';
import { MeasuredRoom, voicesOf } from './measured-room.ts';
import { MeasuredServer } from './measured-server.ts';
import { sayPaced } from './pace.ts';
import type { Voice } from './pace.ts';
import { PEOPLE } from './people.ts';
import { percentilesOf } from './percentiles.ts';
import type { PlumblineServed } from './plumbline-server.ts';

const PER_SECOND = 0.5;

export interface ManyRoomsFigures {
  rooms40: { p50: number; p95: number; lost: number; commands: number };
  rssPerConnectionKB: number;
}

export async function measureManyRooms({
  rooms,
  seconds,
}: {
  rooms: number;
  seconds: number;
}): Promise<ManyRoomsFigures> {
  const options = { rooms, people: PEOPLE, pages: 'none' };
  const server = await MeasuredServer.start<PlumblineServed>('plumbline-server.ts', options);
  const before = await server.cost();
  const entered: MeasuredRoom[] = [];
  for (const room of server.ready.rooms) entered.push(await MeasuredRoom.enter(server.ready.address, room));
  const after = await server.cost();
  const voices: Voice[] = [];
  for (const room of entered) voices.push(...voicesOf(room.callers, await room.ask('mark')));
  const said = await sayPaced(mixed(voices, rooms), { perSecond: PER_SECOND, seconds });
  const lost = await lostOf(server, said);
  for (const room of entered) room.close();
  await server.stop();
  const { p50, p95 } = percentilesOf(said.map(({ ms }) => ms));
  // A console a room comes with its phones.
  const connections = rooms * (PEOPLE + 1);
  return {
    rooms40: { p50, p95, lost, commands: said.length },
    rssPerConnectionKB: (after.rssKB - before.rssKB) / connections,
  };
}

/** So that the rooms take turns, not the people of one room. */
function mixed(voices: readonly Voice[], rooms: number): Voice[] {
  const perRoom = voices.length / rooms;
  return Array.from({ length: voices.length }, (_, at) => {
    const voice = voices[(at % rooms) * perRoom + Math.floor(at / rooms)];
    if (!voice) throw new Error('A voice is missing.');
    return voice;
  });
}

/** Acknowledged commands that do not stand on the disk exactly once. */
async function lostOf(server: MeasuredServer<PlumblineServed>, said: readonly Said[]): Promise<number> {
  const times = new Map<string, number>();
  for (const id of await server.ask<string[]>('stored')) times.set(id, (times.get(id) ?? 0) + 1);
  return said.filter(({ id, isStored }) => !isStored || times.get(id) !== 1).length;
}
