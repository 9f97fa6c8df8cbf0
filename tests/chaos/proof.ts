/** Shown by 1, as `npm test` runs it: a short run is clean, and without any one safeguard it, or the disk test, is not. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Counts } from '../tooling/counts.ts';
import { MUTANTS } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import type { Verdict } from './verdict.ts';

const PROGRAM = join(import.meta.dirname, 'index.ts');
const AT_ONCE = 2;
const CLEAN = ['--seed', '1', '--commands', '1000', '--kills', '3'];
/** Seeds and sizes in which each safeguard is surely missed. */
const BROKEN: Record<Mutant, string[]> = {
  'no-dedupe': ['--seed', '1', '--commands', '400', '--kills', '2'],
  'no-gap-check': ['--seed', '1', '--commands', '250', '--kills', '0'],
  'ack-first': ['--seed', '1', '--commands', '400', '--kills', '4'],
  'no-sync': [],
};
const DISK_TEST = 'N4 power cut';

interface Proof {
  name: string;
  args: string[];
  /** Whether this is what the run has to show. */
  holds: (ended: Ended) => boolean;
}

interface Ended {
  code: number;
  output: string;
}

const proofs: Proof[] = [
  { name: 'a short run is clean', args: CLEAN, holds: ({ code }) => code === 0 },
  ...(Object.keys(MUTANTS) as Mutant[]).map((mutant) => ({
    name: `a run without ${mutant.replace('no-', '')} (${MUTANTS[mutant].without}) is not`,
    args: [...BROKEN[mutant], '--mutant', mutant],
    holds: (ended: Ended) => ended.code === 1 && isShown(mutant, ended.output),
  })),
];

export async function proveChaos(): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const left = [...proofs];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let proof = left.shift(); proof; proof = left.shift())
        counts[(await isProved(proof)) ? 'passed' : 'failed'] += 1;
    }),
  );
  return counts;
}

async function isProved({ name, args, holds }: Proof): Promise<boolean> {
  const startedAt = performance.now();
  const ended = await run([PROGRAM, ...args, '--json']);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const isHeld = holds(ended);
  console.log(`${isHeld ? 'ok' : 'FAILED'}  N1 ${name} (${seconds} s)`);
  const [report] = reportsIn(ended.output);
  if (report) console.log(`    ${JSON.stringify(report)}`);
  if (!isHeld) console.log(ended.output);
  return isHeld;
}

function isShown(mutant: Mutant, output: string): boolean {
  const { shows } = MUTANTS[mutant];
  if (shows === 'disk') return output.includes(DISK_TEST);
  return reportsIn(output).some((report) => report[shows] > 0);
}

function reportsIn(output: string): Verdict[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{"duplicates"'));
  return lines.map((line) => JSON.parse(line) as Verdict);
}

function run(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  return new Promise((done) => {
    child.once('close', (code) => done({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
