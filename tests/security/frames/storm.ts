/** S5: bad frames by the thousand against a real server, while honest people go on; and what it cost them. Three processes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { handshakeFor, Wire } from '../../server/wire.ts';
import { AttackProcess } from './attack-process.ts';
import { ServedProcess } from './served-process.ts';
import type { Served } from './served-process.ts';

export interface Storm {
  frames: number;
  /** Ends of the server. */
  exits: number;
  /** How often it hung up on an attacker. */
  cuts: number;
  /** What it holds after a collection, and what the system has given it, beyond the first turn. */
  growthMb: number;
  processMb: number;
  /** Milliseconds from an honest command to its answer, in turns without and with the storm. */
  calmP95: number;
  stormP95: number;
  /** Honest commands that got no answer, or a refusal. */
  lost: number;
}

const MB = 1024 * 1024;
const TURN_FRAMES = 500;
const TURN_MS = 500;
const HONEST_EVERY_MS = 40;
const FIRST_FRAMES = 1_000;

export async function storm({ count, seed }: { count: number; seed: number }): Promise<Storm> {
  const server = await ServedProcess.start();
  const attack = await AttackProcess.start(server.served, seed);
  const honest = await sit(server.served);
  const times = { calm: [] as number[], storm: [] as number[] };
  let lost = 0;
  const turn = async <T>(name: 'calm' | 'storm', work: () => Promise<T>): Promise<T> => {
    const over = new AbortController();
    const asking = ask(honest, over.signal, times[name]);
    const done = await work();
    over.abort();
    lost += await asking;
    return done;
  };
  try {
    // What a first use of everything takes is no growth.
    let attacked = await attack.send(FIRST_FRAMES);
    const before = await server.bytes();
    while (attacked.sent < count) {
      await turn('calm', () => pause(TURN_MS));
      attacked = await turn('storm', () => attack.send(TURN_FRAMES));
    }
    const after = await server.bytes();
    return {
      frames: attacked.sent,
      exits: Number(server.hasEnded),
      cuts: attacked.cuts,
      growthMb: (after.held - before.held) / MB,
      processMb: (after.process - before.process) / MB,
      calmP95: p95(times.calm),
      stormP95: p95(times.storm),
      lost,
    };
  } finally {
    for (const each of honest) each.close();
    await attack.close();
    await server.close();
  }
}

async function sit({ address, workshop, honest }: Served): Promise<Wire[]> {
  const wires = honest.map((cookie) => new Wire({ address, cookie, auth: handshakeFor(workshop, 'phone') }));
  for (const wire of wires)
    if ((await wire.fate) !== 'seated') throw new Error('An honest person was not let in.');
  return wires;
}

/** One after the other they say something, at a person's pace; the number of those that were not taken. */
async function ask(honest: readonly Wire[], over: AbortSignal, times: number[]): Promise<number> {
  const answers: Promise<boolean>[] = [];
  for (let turn = 0; !over.aborted; turn += 1) {
    const consent = { named: turn % 2 === 0, quoted: false };
    const command = { type: 'consent.set', consent };
    const at = performance.now();
    const answer = honest[turn % honest.length]?.command({ id: randomUUID(), command });
    answers.push(
      Promise.resolve(answer).then((ack) => {
        times.push(performance.now() - at);
        return ack?.ok === true;
      }),
    );
    await pause(HONEST_EVERY_MS);
  }
  return (await Promise.all(answers)).filter((isTaken) => !isTaken).length;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
