/**
 * B5 in a process of its own: rooms in which so many commands are stored already, and people who look on. What is asked of it
 * is done by the room itself, without sockets, so that nothing but the room and its store is measured.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answerQuestions, optionsGiven } from './answer-questions.ts';
import { GrownRoom } from './grown-room.ts';

export interface GrownOptions {
  dir: string;
  /** How many commands each room has stored when it is measured. */
  sizes: number[];
  /** Commands measured in each. */
  commands: number;
}

export interface Grown {
  /** Milliseconds of the process a command, by size. */
  msPerCommand: number[];
  maxLoopStallMs: number;
}

/** So many commands of one room, then as many of the next. */
const BLOCK = 100;

const { dir, sizes, commands } = optionsGiven<GrownOptions>();
const rooms = await GrownRoom.openAll(dir, sizes);
answerQuestions({}, { measure, stall }, () => rooms.close());

async function measure(): Promise<number[]> {
  const spent = sizes.map(() => 0);
  for (let done = 0; done < commands; done += BLOCK) {
    for (const [index, room] of rooms.all.entries()) {
      const before = process.cpuUsage();
      await room.say(BLOCK);
      const { user, system } = process.cpuUsage(before);
      spent[index] = (spent[index] ?? 0) + (user + system) / 1_000;
    }
  }
  return spent.map((ms) => ms / commands);
}

/** The longest the event loop was held while the largest room went on, a checkpoint included. */
async function stall(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const largest = rooms.all.at(-1);
  delay.enable();
  await largest?.say(commands);
  delay.disable();
  return delay.max / 1e6;
}
