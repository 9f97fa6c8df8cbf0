/** A revision and its adjustments as programs read them: what the zip holds too, without anybody's own words (C3). */
import * as z from 'zod';
import { adjustment } from '../adjustment.ts';
import type { Adjustment } from '../adjustment.ts';
import { diffLine } from '../diff.ts';
import type { Revision, RevisionSummary } from '../revision.ts';
import { backing, backingOf } from './backing.ts';

export const publicRevision = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  dataset: z.strictObject({ id: z.string(), title: z.string(), release: z.string(), area: z.string() }),
  /** The revision it stands on; null where it is the first on its release. */
  base: z.strictObject({ id: z.string(), number: z.number().int() }).nullable(),
  /** Null where standing adjustments were replayed or settled. */
  workshop: z.strictObject({ title: z.string(), sector: z.string(), region: z.string() }).nullable(),
  publishedAt: z.string(),
  publishedByRole: z.string(),
  changes: z.number().int(),
  /** SHA-256 of what stays when personal data is erased. */
  hash: z.string(),
});
export type PublicRevision = z.infer<typeof publicRevision>;

export const publicRevisionWhole = publicRevision.extend({ diff: z.array(diffLine) });

export const publicAdjustment = adjustment
  .pick({
    id: true,
    kind: true,
    target: true,
    title: true,
    measure: true,
    observation: true,
    publishedValue: true,
    publishedFlag: true,
    proposedValue: true,
    decidedValue: true,
    unit: true,
    status: true,
    rationale: true,
    decidedByRole: true,
  })
  .extend({ backing, isCarried: z.boolean() });
export type PublicAdjustment = z.infer<typeof publicAdjustment>;

export function publicRevisionOf(summary: RevisionSummary): PublicRevision {
  const { id, number, dataset, base, workshop, publishedAt, publishedByRole, changes, hash } = summary;
  return {
    ...{ id, number, dataset, publishedAt, publishedByRole, changes, hash },
    base: base.revision,
    workshop: workshop && { title: workshop.title, sector: workshop.sector, region: workshop.region },
  };
}

export function publicAdjustmentsOf({ adjustments, carried }: Revision): PublicAdjustment[] {
  return [
    ...adjustments.map((each) => publicAdjustmentOf(each, false)),
    ...carried.map((each) => publicAdjustmentOf(each, true)),
  ];
}

function publicAdjustmentOf(whole: Adjustment, isCarried: boolean): PublicAdjustment {
  const { id, kind, target, title, measure, observation, publishedValue, publishedFlag } = whole;
  const { proposedValue, decidedValue, unit, status, rationale, decidedByRole } = whole;
  return {
    ...{ id, kind, target, title, measure, observation, publishedValue, publishedFlag },
    ...{ proposedValue, decidedValue, unit, status, rationale, decidedByRole },
    backing: backingOf(whole),
    isCarried,
  };
}
