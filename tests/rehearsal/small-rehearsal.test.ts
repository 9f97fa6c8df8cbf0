/** A small rehearsal from the door to the zip, counted again; and the same once more, at another speed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input, InputKind } from '../../server/rehearsal/inputs.ts';
import { recount } from '../../server/rehearsal/recount.ts';
import { rehearse } from '../../server/rehearsal/rehearse.ts';
import type { Rehearsed } from '../../server/rehearsal/rehearse.ts';

const EMPLOYERS = 6;
const SEED = 1;
const KINDS: InputKind[] = [
  'critical',
  'figure',
  'category',
  'reason',
  'gap',
  'step',
  'validation',
  'preference',
  'commitment',
];

interface Run {
  rehearsed: Rehearsed;
  inputs: Input[];
  differences: string[];
  /** Counts again after one line of the inputs was changed. */
  changed: Record<string, string[]>;
}

let folder: string;
let runs: Run[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-small-'));
  // Both at once, so that neither keeps the other's time.
  runs = await Promise.all(['one', 'other'].map((name) => run(join(folder, name))));
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('R3 what is published is what was sent, and nothing was refused', () => {
  const [one] = runs;
  expect(one?.differences).toEqual([]);
  const { sent, acked, refused } = one?.rehearsed.transcript.counts ?? {};
  expect(refused).toBe(0);
  expect(acked).toBe(sent);
  expect(one?.rehearsed.played.activities).toBe(11);
  expect(new Set(one?.inputs.map(({ kind }) => kind))).toEqual(new Set([...KINDS, 'transition']));
});

test('A5 the recount finds one answer that was changed, of any kind', () => {
  for (const kind of KINDS) expect(runs[0]?.changed[kind], kind).not.toEqual([]);
});

test('the same seed gives the same inputs, whoever was quicker', () => {
  const [one, other] = runs.map(({ inputs }) => inputs.map(({ at: _at, ack: _ack, ...said }) => said));
  expect(other).toEqual(one);
});

test('R7 C3 the screen shows nothing but what it may, frame by frame', () => {
  for (const { rehearsed } of runs) {
    expect(rehearsed.played.screenProblems).toEqual([]);
    expect(rehearsed.played.screenFrames).toBeGreaterThan(20);
  }
});

test('C2 words about money or no-hire agreements were held', () => {
  const held = runs[0]?.inputs.filter(({ ack }) => ack?.ok === true && ack.warning !== null) ?? [];
  expect(held.length).toBeGreaterThan(0);
});

async function run(out: string): Promise<Run> {
  const options = { employers: EMPLOYERS, seed: SEED, out, dataset: null, say: () => undefined };
  return rehearse(options, async (rehearsed, { services }) => {
    const inputs = read(await readFile(rehearsed.files.inputs, 'utf8'));
    const changed: Run['changed'] = {};
    for (const kind of KINDS) {
      const path = join(out, `${kind}.ndjson`);
      await writeFile(path, written(without(inputs, kind)));
      changed[kind] = await recount({ ...rehearsed, files: { ...rehearsed.files, inputs: path } }, services);
    }
    return { rehearsed, inputs, differences: await recount(rehearsed, services), changed };
  });
}

/** One person's last answer of this kind was never said; not of two of one firm, who may have said the same. */
function without(inputs: readonly Input[], kind: InputKind): Input[] {
  const isAlone = ({ firm, participant }: Input): boolean =>
    inputs.every((other) => other.firm !== firm || other.participant === participant);
  const last = inputs.findLastIndex((input) => input.kind === kind && isAnswer(input) && isAlone(input));
  const { participant, target } = inputs[last] ?? {};
  return inputs.filter(
    (input) => !(input.kind === kind && input.participant === participant && input.target === target),
  );
}

function isAnswer({ kind, value }: Input): boolean {
  if (kind === 'step' || kind === 'reason') return Array.isArray(value) && value.length > 0;
  if (kind === 'preference') return value === true;
  return kind !== 'gap' || (typeof value === 'object' && value !== null && 'frequency' in value);
}

const read = (text: string): Input[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Input);
const written = (inputs: readonly Input[]): string =>
  inputs.map((input) => `${JSON.stringify(input)}\n`).join('');
