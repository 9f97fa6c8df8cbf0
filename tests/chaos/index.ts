/**
 * `npm run -s chaos -- --seed N --clients 27 --commands 10000 --kills 20 --json`: N1. Exit code 1 when anything was stored
 * twice, lost, dropped, shown wrongly or out of order. The schedule is a pure function of the arguments: what is said, by
 * whom, under which id and when, which line breaks and when, when the server dies. What the machine makes of it is not:
 * which commands share an append, which bytes are on their way when a line breaks, and so which commands are refused.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chaosArguments } from './arguments.ts';
import type { ChaosArguments } from './arguments.ts';
import { freePort } from './free-port.ts';
import { MUTANTS } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { mutatedCopy } from './mutated-copy.ts';
import { Run } from './run.ts';
import { scheduleOf } from './schedule.ts';
import { storedCommands } from './stored.ts';
import { isClean, verdictOf } from './verdict.ts';

/** Fewer crash states than the test itself asks for: one is enough to show a missing sync. */
const DISK_STATES = '100';
const DISK_TEST = ['run', 'tests/store/power-cut.test.ts', '-t', 'different crashes'];

try {
  const given = chaosArguments(process.argv.slice(2));
  process.exitCode = given.mutant === null ? await chaos(given) : await mutated(given, given.mutant);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function chaos(given: ChaosArguments): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-chaos-'));
  const startedAt = performance.now();
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const run = new Run({ ...given, dir, port: await freePort(), tell });
  try {
    await run.play(scheduleOf(given));
    const { people, server, healed, workshop } = run;
    const verdict = verdictOf({ people, server, healed, stored: await storedCommands(dir, workshop) });
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    print({ ...verdict, seed: given.seed, clients: given.clients, seconds }, given.json);
    return isClean(verdict) ? 0 : 1;
  } finally {
    await run.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** The same run on a copy without one safeguard: to be seen failing. */
async function mutated(given: ChaosArguments, mutant: Mutant): Promise<number> {
  const copy = await mutatedCopy(mutant);
  try {
    return MUTANTS[mutant].shows !== 'disk'
      ? await runIn(copy.root, ['tests/chaos/index.ts', ...withoutMutant(given)])
      : await runIn(copy.root, ['node_modules/vitest/vitest.mjs', ...DISK_TEST]);
  } finally {
    await copy.remove();
  }
}

function withoutMutant({ seed, clients, commands, kills, json }: ChaosArguments): string[] {
  const numbers = Object.entries({ seed, clients, commands, kills });
  return [...numbers.flatMap(([name, value]) => [`--${name}`, String(value)]), ...(json ? ['--json'] : [])];
}

function runIn(root: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env, N4_STATES: DISK_STATES };
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

function print(report: object, isJson: boolean): void {
  const line = JSON.stringify(report);
  process.stdout.write(isJson ? `${line}\n` : `${line.replaceAll(/[{}"]/g, '').replaceAll(',', '\n')}\n`);
}
