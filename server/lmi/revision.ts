/** A revision: a dataset release with the adjustments staff let stand, its base, its evidence; frozen when published (A3). */
import * as z from 'zod';
import { adjustment } from './adjustment.ts';
import { contributor } from './contributor.ts';
import { diffLine } from './diff.ts';
import { effectiveState } from './effective-state.ts';
import { patchDocument } from './patch.ts';
import { draftPathway } from './pathway.ts';
import { proceedings } from './proceedings.ts';
import { replayRecord } from './replay/replay-record.ts';
import type { ReplayOutcome } from './replay/replayed.ts';
import { tallies } from './tallies.ts';

export const REVISION_VERSION = 1;

const revisionReference = z.strictObject({ id: z.string(), number: z.number().int().min(1) });

export const revisionWorkshop = z.strictObject({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  sector: z.string(),
  region: z.string(),
  rehearsal: z.boolean(),
});
export type RevisionWorkshop = z.infer<typeof revisionWorkshop>;

export const revision = z.strictObject({
  version: z.literal(REVISION_VERSION),
  id: z.string().min(1),
  number: z.number().int().min(1),
  dataset: z.strictObject({ id: z.string(), title: z.string(), release: z.string(), area: z.string() }),
  /** What it is compared with: the release as published, or the revision before it on the same release. */
  base: z.strictObject({ dataset: z.string(), revision: revisionReference.nullable() }),
  /** The workshop whose review was published; null where standing adjustments were replayed or settled. */
  workshop: revisionWorkshop.nullable(),
  publishedAt: z.string(),
  publishedByRole: z.string(),
  /** All of this workshop's, with their status: decided, and left proposed. */
  adjustments: z.array(adjustment),
  /** Of earlier revisions, still in force: of the same release, or carried over from another by a replay. */
  carried: z.array(adjustment),
  /** Every workshop of which something stands here; missing in revisions of before there could be several. */
  contributors: z.array(contributor).optional(),
  /** What became of each adjustment that stood on the release before (A4). */
  replay: replayRecord.optional(),
  /** Maps the workshops started from, where the dataset has none or another. */
  drafts: z.array(draftPathway),
  baseState: effectiveState,
  state: effectiveState,
  /** Document name -> RFC 6902 patch from base to revision. */
  patches: z.record(z.string(), patchDocument),
  diff: z.array(diffLine),
  tallies,
  /** Null where there was no workshop. */
  proceedings: proceedings.nullable(),
  /** In a revision that was imported: until when those named in it agreed to be; nobody named here can be asked. */
  attributedUntil: z.string().nullable().optional(),
  /** SHA-256 of everything that erasure leaves, as canonical JSON: it stays true when personal data is gone (C5). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Revision = z.infer<typeof revision>;

export interface RevisionSummary {
  id: string;
  number: number;
  dataset: Revision['dataset'];
  base: Revision['base'];
  workshop: Revision['workshop'];
  publishedAt: string;
  publishedByRole: string;
  adjustments: Record<'proposed' | 'accepted' | 'modified' | 'rejected', number>;
  /** What became of the standing adjustments; null where nothing was replayed. */
  replayed: (Record<ReplayOutcome, number> & { from: string }) | null;
  /** Lines of the diff. */
  changes: number;
  hash: string;
}

export function summaryOf(whole: Revision): RevisionSummary {
  const { id, number, dataset, base, workshop, publishedAt, publishedByRole, hash } = whole;
  const adjustments = { proposed: 0, accepted: 0, modified: 0, rejected: 0 };
  for (const { status } of whole.adjustments) adjustments[status] += 1;
  return {
    id,
    number,
    dataset,
    base,
    workshop,
    publishedAt,
    publishedByRole,
    adjustments,
    replayed: replayedOf(whole),
    changes: whole.diff.length,
    hash,
  };
}

function replayedOf({ replay }: Revision): RevisionSummary['replayed'] {
  if (!replay) return null;
  const counts = { carried: 0, superseded: 0, conflict: 0 };
  for (const { outcome } of replay.results) counts[outcome] += 1;
  return { ...counts, from: replay.from.release };
}
