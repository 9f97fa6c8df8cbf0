/** B1: what one stream of commands costs the server's process, in rounds taken in turn with a bare Socket.IO room. */
import { setTimeout as pause } from 'node:timers/promises';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import type { BareServed } from './bare-server.ts';
import { enterBare, MeasuredRoom, voicesOf } from './measured-room.ts';
import { MeasuredServer } from './measured-server.ts';
import { sayPaced } from './pace.ts';
import type { Voice } from './pace.ts';
import { PEOPLE } from './people.ts';
import { medianOf, percentilesOf } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlumblineServed } from './plumbline-server.ts';
import { ScreenLine } from './screen-line.ts';

/** Five questions of the guide, each another kind of answer and another size of view. */
const QUESTIONS: readonly PhaseName[] = ['mark', 'choose', 'tap', 'rate', 'tell'];
const PER_SECOND = 2;
/** What a command sets off may still be on its way when it is acknowledged. */
const SETTLING_MS = 300;

interface Run {
  msPerCommand: number;
  acks: number[];
}

export interface CostFigures {
  /** Median of the rounds' ratios. */
  cpuRatio: number;
  rounds: { question: string; msPerCommand: number; bare: number; ratio: number }[];
  ack: Percentiles;
  bareAck: Percentiles;
}

export async function measureCost({ seconds }: { seconds: number }): Promise<CostFigures> {
  const plumbline = await MeasuredServer.start<PlumblineServed>('plumbline-server.ts', {
    rooms: 1,
    people: PEOPLE,
    pages: 'none',
  });
  const bare = await MeasuredServer.start<BareServed>('bare-server.ts');
  const { address, rooms } = plumbline.ready;
  const [served] = rooms;
  if (!served) throw new Error('There is no room.');
  const room = await MeasuredRoom.enter(address, served);
  const screen = await ScreenLine.open(address, served);
  const bareCallers = await enterBare(bare, PEOPLE);
  const rounds: { question: string; plumbline: Run; bare: Run }[] = [];
  for (const [index, phase] of QUESTIONS.entries()) {
    const question = await room.ask(phase);
    const ours = () => run(plumbline, voicesOf(room.callers, question), seconds);
    const theirs = () => run(bare, voicesOf(bareCallers, question), seconds);
    // Who goes first alternates.
    const first = await (index % 2 === 0 ? ours() : theirs());
    const second = await (index % 2 === 0 ? theirs() : ours());
    const [one, other] = index % 2 === 0 ? [first, second] : [second, first];
    rounds.push({ question: phase, plumbline: one, bare: other });
    if (phase === 'choose') await room.reveal();
  }
  room.close();
  screen.close();
  for (const caller of bareCallers) caller.close();
  await Promise.all([plumbline.stop(), bare.stop()]);
  return figuresOf(rounds);
}

async function run(server: MeasuredServer<unknown>, voices: readonly Voice[], seconds: number): Promise<Run> {
  const before = await server.cost();
  const said = await sayPaced(voices, { perSecond: PER_SECOND, seconds });
  await pause(SETTLING_MS);
  const after = await server.cost();
  return { msPerCommand: (after.cpuMs - before.cpuMs) / said.length, acks: said.map(({ ms }) => ms) };
}

function figuresOf(rounds: readonly { question: string; plumbline: Run; bare: Run }[]): CostFigures {
  const compared = rounds.map(({ question, plumbline, bare }) => ({
    question,
    msPerCommand: plumbline.msPerCommand,
    bare: bare.msPerCommand,
    ratio: plumbline.msPerCommand / bare.msPerCommand,
  }));
  return {
    cpuRatio: medianOf(compared.map(({ ratio }) => ratio)),
    rounds: compared,
    ack: percentilesOf(rounds.flatMap(({ plumbline }) => plumbline.acks)),
    bareAck: percentilesOf(rounds.flatMap(({ bare }) => bare.acks)),
  };
}
