/** Rehearsals on the server itself: a person facilitates, simulated employers answer in their own time (seconds, by temper). */
import { setTimeout as pause } from 'node:timers/promises';
import type { RehearsalPlace, RehearsalStarter } from '../start-server.ts';
import { LEAST_EMPLOYERS, MOST_EMPLOYERS } from './arguments.ts';
import { castOf } from './cast.ts';
import type { Person, Temper } from './cast.ts';
import { Employer } from './employer.ts';
import { follow } from './follow.ts';
import { humanPace } from './pace.ts';
import { Stream } from './stream.ts';
import { Transcript } from './transcript.ts';

interface LiveRehearsal extends RehearsalPlace {
  workshop: { id: string; code: string };
  employers: number;
  seed: number;
}

const MOST_AT_ONCE = 3;
/** A rehearsal nobody ends is over by then. */
const LONGEST_MS = 3 * 3600_000;
const DROP_MS = 6_000;
const FOUND = 12;
/** After how many seconds they come in, least and most. */
const COMING: Record<Temper, [number, number]> = {
  quick: [0.3, 4],
  slow: [4, 15],
  silent: [2, 10],
  dropping: [1, 8],
  late: [180, 420],
};

/** At most three at once; a fourth is refused with a sentence. */
export function liveRehearsals(): RehearsalStarter {
  let running = 0;
  return async (place, { employers, ...workshop }) => {
    if (running >= MOST_AT_ONCE)
      throw new Error(`There are ${MOST_AT_ONCE} rehearsals already: discard one, then start another.`);
    running += 1;
    const seed = new Stream(workshop.id).whole(0, 1_000_000);
    void startRehearsal({ ...place, workshop, employers, seed }).finally(() => (running -= 1));
  };
}

/** Resolves when nobody is in it any more: discarded, closed, too long, or the server stops. */
async function startRehearsal({ employers, seed, ...room }: LiveRehearsal): Promise<void> {
  const many = Math.min(MOST_EMPLOYERS, Math.max(LEAST_EMPLOYERS, employers));
  const isOver = AbortSignal.any([room.stopping, AbortSignal.timeout(LONGEST_MS)]);
  // What a rehearsal's employers say is nobody's to read afterwards: each has a transcript that goes with them.
  await Promise.allSettled(castOf(seed, many).map((person) => takePart(person, seed, room, isOver)));
}

async function takePart(
  person: Person,
  seed: number,
  { workshop, address, services }: Omit<LiveRehearsal, 'employers' | 'seed'>,
  isOver: AbortSignal,
): Promise<void> {
  const { codeList } = services.datasets;
  await pause(comesAfter(person, seed), undefined, { signal: isOver });
  const employer = await Employer.join({
    seed,
    person,
    code: workshop.code,
    address,
    doors: services.doors,
    lookup: (words) => codeList.search(words, FOUND).map(({ entry }) => entry),
    transcript: new Transcript(),
    pace: humanPace(person.temper, person.number, isOver),
    dropMs: DROP_MS,
  });
  try {
    await follow(employer, isOver);
  } finally {
    await employer.close();
  }
}

function comesAfter({ temper, number }: Person, seed: number): number {
  const [least, most] = COMING[temper];
  return (least + new Stream(seed, 'coming', number).share() * (most - least)) * 1_000;
}
