/** A6: the adjustments that `adjustments.csv` and `evidence.csv` were written from. */
import * as z from 'zod';
import { adjustment } from '../adjustment.ts';
import type { Adjustment } from '../adjustment.ts';
import type { Row } from './table.ts';

/** Those of the bundle's own workshop, and those carried from earlier revisions. Throws a ZodError when rows make no adjustment. */
export function adjustmentsFromRows(rows: Record<string, Row[]>): {
  adjustments: Adjustment[];
  carried: Adjustment[];
} {
  const evidence = new Map((rows['evidence'] ?? []).map((row) => [row['adjustment_id'], row]));
  const read = (rows['adjustments'] ?? []).map((row) => {
    const beside = evidence.get(row['adjustment_id'] ?? '') ?? {};
    return { adjustment: adjustmentOf(row, beside), carried: beside['carried'] === true };
  });
  const list = z.array(adjustment);
  return {
    adjustments: list.parse(read.filter(({ carried }) => !carried).map((one) => one.adjustment)),
    carried: list.parse(read.filter(({ carried }) => carried).map((one) => one.adjustment)),
  };
}

function adjustmentOf(row: Row, beside: Row): unknown {
  return {
    id: row['adjustment_id'],
    kind: row['kind'],
    target: row['target'],
    title: beside['title'],
    measure: row['measure'],
    observation: beside['observation_id'],
    publishedValue: row['published_value'],
    publishedFlag: row['published_flag'],
    proposedValue: row['proposed_value'],
    decidedValue: row['decided_value'],
    unit: row['unit'],
    status: row['status'],
    rationale: row['rationale'],
    evidence: {
      question: beside['question'],
      activity: beside['activity'],
      rule: row['rule'],
      threshold: row['threshold'],
      quorum: row['quorum'],
      belowQuorum: beside['below_quorum'],
      round: row['round'],
      nAnswers: row['n_answers'],
      nFirms: row['n_firms'],
      nAgree: row['n_agree'],
      nDisagree: row['n_disagree'],
      nCannotSay: row['n_cannot_say'],
      lines: beside['remarks'],
    },
    workshop: row['workshop_id'],
    decidedAt: row['decided_at'],
    decidedByRole: row['decided_by_role'],
    detail: beside['detail'],
  };
}
