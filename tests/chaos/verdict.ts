/** What a run has shown, counted from the journal, from what passed on the lines, and from what was given to `send`. */
import type { ServerProcess } from './server-process.ts';
import { isInTime } from './run.ts';
import type { Healed } from './run.ts';
import type { Person } from './person.ts';

export interface Verdict {
  /** Commands with more than one record in the journal. */
  duplicates: number;
  /** Commands the server said it had stored, which are not in the journal under the number it gave. */
  ackedLost: number;
  /** Given to `send`, and neither stored nor refused. */
  dropped: number;
  /** Clients that showed, 5 s after healing, something else than the stored state. */
  divergent: number;
  /** Of these, those that were not late but wrong. */
  wrong: number;
  healMs: { p95: number; max: number };
  /** How much slower than alone the processes were while they healed; 1 on cores of their own. */
  slowdown: number;
  /** Commands stored in another order than their sender gave them. */
  disordered: number;
  /** Ends of the server that nobody asked for. */
  crashes: number;
  commands: number;
  stored: number;
  refused: Record<string, number>;
  kills: number;
  cuts: number;
  holes: number;
  lostAcks: number;
  reloads: number;
}

interface Shown {
  people: readonly Person[];
  server: ServerProcess;
  healed: readonly Healed[];
  /** Id -> numbers in the journal. */
  stored: ReadonlyMap<string, readonly number[]>;
}

/** Says that something broke, not what the room thinks of the command: as an answer it does not count. */
const NO_ANSWER = new Set(['internal', 'unavailable', 'too_fast', 'reload']);

export function verdictOf({ people, server, healed, stored }: Shown): Verdict {
  const said = people.flatMap((person) => person.said);
  const refusals = new Map(people.flatMap(({ link }) => [...link.record.refused]));
  const given = people.flatMap(({ link }) => link.record.given);
  const isRefused = (id: string): boolean => !NO_ANSWER.has(refusals.get(id) ?? 'internal');
  const times = healed.map(({ ms }) => ms).sort((a, b) => a - b);
  const sum = (pick: (person: Person) => number): number =>
    people.reduce((total, person) => total + pick(person), 0);
  return {
    duplicates: [...stored.values()].filter((numbers) => numbers.length > 1).length,
    ackedLost: new Set(
      given.filter(({ id, ack }) => ack.ok && !(stored.get(id) ?? []).includes(ack.seq)).map(({ id }) => id),
    ).size,
    dropped: said.filter(({ id }) => !stored.has(id) && !isRefused(id)).length,
    divergent: healed.filter((each) => !isInTime(each)).length,
    wrong: healed.filter(({ isEqual }) => !isEqual).length,
    healMs: { p95: rounded(times[Math.ceil(times.length * 0.95) - 1]), max: rounded(times.at(-1)) },
    slowdown: Math.max(...healed.map(({ slowdown }) => Math.round(slowdown * 10) / 10)),
    disordered: sum(({ said: own }) => disordered(own.map(({ id }) => stored.get(id)?.[0]))),
    crashes: server.crashes,
    commands: said.length,
    stored: said.filter(({ id }) => stored.has(id)).length,
    refused: counted(
      said.filter(({ id }) => !stored.has(id)).map(({ id }) => refusals.get(id) ?? 'no answer'),
    ),
    kills: server.downMs.length,
    cuts: sum(({ counts }) => counts.cut),
    holes: sum(({ counts }) => counts.hole),
    lostAcks: sum(({ link }) => link.lostAcks),
    reloads: sum(({ counts }) => counts.reload),
  };
}

export function isClean({
  duplicates,
  ackedLost,
  dropped,
  divergent,
  disordered,
  crashes,
}: Verdict): boolean {
  return duplicates + ackedLost + dropped + divergent + disordered + crashes === 0;
}

function disordered(numbers: readonly (number | undefined)[]): number {
  let last = 0;
  let wrong = 0;
  for (const number of numbers) {
    if (number === undefined) continue;
    if (number < last) wrong += 1;
    else last = number;
  }
  return wrong;
}

function counted(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function rounded(ms: number | undefined): number {
  return Math.round(ms ?? 0);
}
