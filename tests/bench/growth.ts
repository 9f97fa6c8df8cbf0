/** B5: what a command costs in a workshop that holds 50,000 already, beside one that holds 500; and how long a start takes then. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeasuredServer } from './measured-server.ts';

export interface GrowthFigures {
  ratio50kTo500: number;
  /** From the start of the process until it serves, with the pages left out. */
  startupMs50k: number;
  /** Of these, to open the store and put the rooms together. */
  restoreMs50k: number;
  maxLoopStallMs: number;
  msPerCommand: { at500: number; at50k: number };
}

export interface GrowthOptions {
  /** Commands stored in the small and in the large workshop. */
  sizes: [number, number];
  commands: number;
}

export async function measureGrowth(options: GrowthOptions): Promise<GrowthFigures> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const grown = await MeasuredServer.start('grown-server.ts', { dir, ...options });
    const [at500 = Number.NaN, at50k = Number.NaN] = await grown.ask<number[]>('measure');
    const maxLoopStallMs = await grown.ask<number>('stall');
    await grown.stop();
    const startedAt = performance.now();
    const again = await MeasuredServer.start<{ restoreMs: number }>('restarted-server.ts', { dir });
    const startupMs50k = performance.now() - startedAt;
    const { restoreMs: restoreMs50k } = again.ready;
    await again.stop();
    const msPerCommand = { at500, at50k };
    return { ratio50kTo500: at50k / at500, startupMs50k, restoreMs50k, maxLoopStallMs, msPerCommand };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
