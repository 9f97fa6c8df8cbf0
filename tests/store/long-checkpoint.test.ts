/** B5: what grows with a workshop does not hold everybody else in the process up. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LowdbStore } from '../../server/store/lowdb-store.ts';
import type { Checkpoint } from '../../server/store/port.ts';
import { record } from './contract.ts';
import { SimulatedDisk } from './simulated-disk.ts';

const COMMANDS = 50_000;

it('B5 a checkpoint of 50,000 answered commands is written in slices, as it was when it was asked for', async () => {
  const disk = new SimulatedDisk();
  const store = await LowdbStore.open('/', disk.files);
  await store.append('w1', 1, [record(1)]);
  const answered = Array.from(
    { length: COMMANDS },
    (_, seq) => [`command-${seq}-"],[`, `${'h'.repeat(43)}`, seq] as const,
  );
  const checkpoint: Checkpoint = { seq: 1, state: { title: 'as asked' }, answered };
  const expected = structuredClone(checkpoint);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let isWritten = false;
  const writing = store.writeCheckpoint('w1', checkpoint).then(() => (isWritten = true));
  (checkpoint.state as { title: string }).title = 'changed since';
  answered.pop();
  let turns = 0;
  for (; !isWritten; turns += 1) await nextTurn();
  await writing;
  delay.disable();
  console.info(`B5: ${turns} turns while it was written, the longest ${(delay.max / 1e6).toFixed(1)} ms`);
  expect(turns).toBeGreaterThan(20);
  expect((await store.readWorkshop('w1')).checkpoint).toEqual(expected);
});
