/** `npm run plumbline -- rehearse`: a whole workshop with simulated employers, counted again; 1 when anything differs, 2 for a wrong word. */
import { readFile } from 'node:fs/promises';
import { WrongArguments, rehearsalArguments } from './arguments.ts';
import type { RehearsalArguments } from './arguments.ts';
import { recount } from './recount.ts';
import { Published } from './recount/published.ts';
import { rulingCounts } from './recount/rulings.ts';
import { rehearse } from './rehearse.ts';
import type { Rehearsed } from './rehearse.ts';
import { summaryLines } from './summary.ts';
import type { Summary } from './summary.ts';

const MOST_LISTED = 50;

export async function rehearseCommand(args: readonly string[]): Promise<number> {
  try {
    return await run(rehearsalArguments(args));
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function run({ json, ...options }: RehearsalArguments): Promise<number> {
  const startedAt = performance.now();
  const say = (line: string): void => void (json ? null : process.stdout.write(`${line}\n`));
  const { summary, differences } = await rehearse({ ...options, say }, async (rehearsed, { services }) => ({
    differences: [...refusals(rehearsed), ...(await recount(rehearsed, services))],
    summary: await summaryOf(rehearsed, startedAt),
  }));
  for (const line of differences.slice(0, MOST_LISTED)) process.stderr.write(`${line}\n`);
  if (differences.length > MOST_LISTED)
    process.stderr.write(`and ${differences.length - MOST_LISTED} differences more\n`);
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else for (const line of summaryLines(summary, differences.length)) say(line);
  return differences.length === 0 ? 0 : 1;
}

/** Whatever was not stored in the end: nothing a rehearsal says should be refused. */
function refusals({ transcript }: Rehearsed): string[] {
  return transcript.all.flatMap(({ person, command: { type }, ack }) => {
    if (ack?.ok === true) return [];
    const who = person ? `employer ${person.number}` : 'the facilitator';
    return [`${type} of ${who} was ${ack ? `refused: ${ack.message}` : 'never answered'}`];
  });
}

async function summaryOf(rehearsed: Rehearsed, startedAt: number): Promise<Summary> {
  const { cast, played, transcript, reviewed, files } = rehearsed;
  const published = new Published(await readFile(files.bundle));
  const sizes = [...played.received].sort((a, b) => a - b);
  return {
    employers: cast.length,
    activities: played.activities,
    commands: transcript.counts,
    critical: published
      .adjustments('critical')
      .sort((a, b) => Number(a['proposed_value']) - Number(b['proposed_value']))
      .map((row) => row['target'] ?? ''),
    adjustments: rulingCounts(published),
    revision: reviewed.number,
    bundle: files.bundle,
    downstreamBytes: { median: sizes[Math.floor(sizes.length / 2)] ?? 0, max: sizes.at(-1) ?? 0 },
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
}
