/** A revision: a dataset release with the adjustments staff let stand, its base, its evidence; frozen when published (A3). */
import * as z from 'zod';
import { adjustment } from './adjustment.ts';
import { diffLine } from './diff.ts';
import { effectiveState } from './effective-state.ts';
import { patchDocument } from './patch.ts';
import { draftPathway } from './pathway.ts';
import { proceedings } from './proceedings.ts';
import { tallies } from './tallies.ts';

export const REVISION_VERSION = 1;

const revisionReference = z.strictObject({ id: z.string(), number: z.number().int().min(1) });

export const revision = z.strictObject({
  version: z.literal(REVISION_VERSION),
  id: z.string().min(1),
  number: z.number().int().min(1),
  dataset: z.strictObject({ id: z.string(), title: z.string(), release: z.string(), area: z.string() }),
  /** What it is compared with: the release as published, or the revision before it on the same release. */
  base: z.strictObject({ dataset: z.string(), revision: revisionReference.nullable() }),
  workshop: z.strictObject({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    sector: z.string(),
    region: z.string(),
    rehearsal: z.boolean(),
  }),
  publishedAt: z.string(),
  publishedByRole: z.string(),
  /** All of this workshop's, with their status: decided, and left proposed. */
  adjustments: z.array(adjustment),
  /** Of earlier revisions on the same release, still in force. */
  carried: z.array(adjustment),
  /** Maps the workshops started from, where the dataset has none or another. */
  drafts: z.array(draftPathway),
  baseState: effectiveState,
  state: effectiveState,
  /** Document name -> RFC 6902 patch from base to revision. */
  patches: z.record(z.string(), patchDocument),
  diff: z.array(diffLine),
  tallies,
  proceedings,
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
    changes: whole.diff.length,
    hash,
  };
}
