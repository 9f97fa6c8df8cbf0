import type { Adjustment } from './types.ts';

export type StatusCounts = Record<Adjustment['status'], number>;

export function countByStatus(adjustments: readonly Pick<Adjustment, 'status'>[]): StatusCounts {
  const counts: StatusCounts = { proposed: 0, accepted: 0, modified: 0, rejected: 0 };
  for (const { status } of adjustments) counts[status] += 1;
  return counts;
}
