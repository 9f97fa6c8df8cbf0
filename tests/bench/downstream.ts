/** B6: what one phone receives over the whole default guide with 18 employers, handshakes and frames included. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '../../server/rehearsal/rehearse.ts';
import { medianOf } from './percentiles.ts';

export interface DownstreamFigures {
  /** Of the phone that received most: lines that dropped and came back included. */
  downstreamBytesPerPhone: number;
  median: number;
}

export async function measureDownstream({ employers }: { employers: number }): Promise<DownstreamFigures> {
  const out = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  const options = { employers, seed: 7, out, dataset: null, say: () => undefined };
  try {
    return await rehearse(options, ({ played: { received } }) =>
      Promise.resolve({ downstreamBytesPerPhone: Math.max(...received), median: medianOf(received) }),
    );
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
