// npm test: every check in order, one line each, and as the last line the sum. `npm test -- lint browser` runs only those.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Counts } from './tooling/counts.ts';
import { phases } from './tooling/phases.ts';
import type { Phase } from './tooling/phases.ts';
import { runCommand } from './tooling/run-command.ts';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
process.env['PATH'] = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !phases.some((phase) => phase.name === name));
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${phases.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const reports = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const summary: string[] = [];
const total: Counts = { passed: 0, failed: 0, skipped: 0 };

// Types of the routes and the tsconfig that the others extend are made here; a failure shows in what needs them.
await runCommand({ line: ['svelte-kit', 'sync'], minutes: 2 });

const chosen = phases.filter((phase) => wanted.length === 0 || wanted.includes(phase.name));
let beside = chosen.filter((phase) => phase.isBeside).map(runPhase);
for (const phase of chosen.filter((each) => !each.isBeside)) {
  if (phase.isTest) await rest();
  await runPhase(phase);
}
await rest();

async function rest(): Promise<void> {
  await Promise.all(beside);
  beside = [];
}

async function runPhase({ name, run, isBeside }: Phase): Promise<void> {
  console.log(isBeside ? `(${name} runs beside the next checks)` : `\n== ${name}`);
  const startedAt = performance.now();
  const { passed, failed, skipped } = await run(reports);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  const mark = failed > 0 ? 'FAILED' : 'ok';
  summary.push(
    `${mark.padEnd(7)}${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
  );
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${summary.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
