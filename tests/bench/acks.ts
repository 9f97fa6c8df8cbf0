/** B3: how long until a command is acknowledged when 25 people answer in the same instant, in turn with the bare room. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BareServed } from './bare-server.ts';
import { enterBare, MeasuredRoom, voicesOf } from './measured-room.ts';
import { MeasuredServer } from './measured-server.ts';
import { sayAtOnce } from './pace.ts';
import type { Voice } from './pace.ts';
import { BURST } from './people.ts';
import { percentilesOf } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlumblineServed } from './plumbline-server.ts';

const BETWEEN_MS = 400;

export interface AckFigures {
  burst: Percentiles;
  bareBurst: Percentiles;
}

export async function measureAcks({ bursts }: { bursts: number }): Promise<AckFigures> {
  const plumbline = await MeasuredServer.start<PlumblineServed>('plumbline-server.ts', {
    rooms: 1,
    people: BURST,
    pages: 'none',
  });
  const bare = await MeasuredServer.start<BareServed>('bare-server.ts');
  const room = await MeasuredRoom.enterFirst(plumbline);
  const bareCallers = await enterBare(bare, BURST);
  const question = await room.ask('mark');
  const ours = voicesOf(room.callers, question);
  const theirs = voicesOf(bareCallers, question);
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let burst = 0; burst < bursts; burst += 1) {
    times.ours.push(...(await burstOf(ours)));
    times.theirs.push(...(await burstOf(theirs)));
  }
  room.close();
  for (const caller of bareCallers) caller.close();
  await Promise.all([plumbline.stop(), bare.stop()]);
  return { burst: percentilesOf(times.ours), bareBurst: percentilesOf(times.theirs) };
}

async function burstOf(voices: readonly Voice[]): Promise<number[]> {
  const said = await sayAtOnce(voices);
  await pause(BETWEEN_MS);
  return said.map(({ ms }) => ms);
}
