/** What staff ruled, as the bundle holds it. */
import { rulingKey } from '../review.ts';
import type { Reviewed } from '../review.ts';
import type { Adjustment, AdjustmentKind } from '../../lmi/adjustment.ts';
import { differences } from './compare.ts';
import type { Published } from './published.ts';

export function recountRulings(published: Published, { rulings }: Reviewed): string[] {
  const rows = published.rows('adjustments').map((row): Record<string, string> => {
    const { kind = '', target = '', measure = '' } = row;
    return { ...row, key: rulingKey({ kind: kind as AdjustmentKind, target, measure }) };
  });
  const expected = new Map(
    [...rulings].map(([key, { status, value, rationale }]) => [
      key,
      { status, rationale, ...(status === 'modified' ? { decided_value: value } : {}) },
    ]),
  );
  return differences({ what: 'rulings', rows, by: ['key'], expected, otherwise: null });
}

export function rulingCounts(published: Published): Record<Adjustment['status'], number> {
  const statuses = published.rows('adjustments').map((row) => row['status']);
  const of = (status: string): number => statuses.filter((other) => other === status).length;
  return {
    proposed: of('proposed'),
    accepted: of('accepted'),
    modified: of('modified'),
    rejected: of('rejected'),
  };
}
