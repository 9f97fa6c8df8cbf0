/**
 * S5: what no client of ours would send ends nothing and fills nothing, and loses nobody else's answer. How long those wait
 * is told here and judged by `npm run frames`, which has the machine to itself, on 100,000.
 */
import { expect, test } from 'vitest';
import { KIND_NAMES } from './frames/generated.ts';
import { storm } from './frames/storm.ts';

const COUNT = 5_000;

test('S5 thousands of generated frames: the server stands, grows by less than 50 MB, and every honest answer is stored', async () => {
  const told = await storm({ count: COUNT, seed: 7 });
  const { frames, cuts, growthMb, calmP95, stormP95 } = told;
  console.info(
    `S5 frames: ${frames} of ${KIND_NAMES.length} kinds, 0 exits, hung up ${cuts} times, ${growthMb.toFixed(1)} MB more held (process ${told.processMb.toFixed(0)} MB), honest p95 ${calmP95.toFixed(1)} ms calm and ${stormP95.toFixed(1)} ms in the storm`,
  );
  expect(frames).toBeGreaterThanOrEqual(COUNT);
  expect(cuts).toBeGreaterThan(50);
  expect(told).toMatchObject({ exits: 0, lost: 0 });
  expect(growthMb).toBeLessThan(50);
}, 120_000);
