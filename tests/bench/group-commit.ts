/** B3: commands stored a second when those that wait share a sync, and when each waits for a sync of its own; one store, in turn. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../server/store/open-store.ts';
import type { JournalRecord, Store } from '../../server/store/port.ts';
import { newId } from '../../src/lib/room/ids.ts';
import { BURST } from './people.ts';
import { medianOf } from './percentiles.ts';

export interface GroupCommitFigures {
  /** Median over the rounds of the one rate to the other. */
  groupCommitGain: number;
  perSecond: number;
  perSecondSyncingEach: number;
}

const WORKSHOP = 'w-measured';

export async function measureGroupCommit({ rounds }: { rounds: number }): Promise<GroupCommitFigures> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  const store = await openStore(dir);
  try {
    const rates: { together: number; each: number }[] = [];
    let seq = 1;
    const take = (): JournalRecord[] => Array.from({ length: BURST }, () => answerRecord(seq++));
    await store.append(WORKSHOP, 1, take());
    for (let round = 0; round < rounds; round += 1) {
      const together = await perSecond(store, take(), appendTogether);
      rates.push({ together, each: await perSecond(store, take(), appendEach) });
    }
    return {
      groupCommitGain: medianOf(rates.map(({ together, each }) => together / each)),
      perSecond: medianOf(rates.map(({ together }) => together)),
      perSecondSyncingEach: medianOf(rates.map(({ each }) => each)),
    };
  } finally {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  }
}

async function perSecond(
  store: Store,
  records: readonly JournalRecord[],
  append: (store: Store, records: readonly JournalRecord[]) => Promise<void>,
): Promise<number> {
  const startedAt = performance.now();
  await append(store, records);
  return (records.length * 1_000) / (performance.now() - startedAt);
}

async function appendTogether(store: Store, records: readonly JournalRecord[]): Promise<void> {
  await Promise.all(records.map((record) => store.append(WORKSHOP, record.seq, [record])));
}

async function appendEach(store: Store, records: readonly JournalRecord[]): Promise<void> {
  for (const record of records) await store.append(WORKSHOP, record.seq, [record]);
}

/** As large as that of a marked figure. */
function answerRecord(seq: number): JournalRecord {
  const at = { activity: 'figures', phase: 'mark', participant: 'p-0123456789', round: 1 };
  const answer = {
    kind: 'figure',
    occupation: '29-1141',
    measure: 'openings_annual',
    mark: 'too_low',
    estimate: 900,
    reason: null,
  };
  const question = 'figure/29-1141/openings_annual';
  return {
    seq,
    at: 1_790_000_000_000 + seq,
    command: { id: newId(), hash: 'x'.repeat(43) },
    actor: 'employer:p-0123456789',
    events: [{ type: 'answerStored', ...at, question, answer, at: 1_790_000_000_000 + seq, via: 'self' }],
  };
}
