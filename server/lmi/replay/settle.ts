/** What stands after a replay: what was carried over, and what a person kept or changed. */
import type { Adjustment } from '../adjustment.ts';
import type { Replayed } from './replayed.ts';
import type { Settlement } from './settlement.ts';

export interface Settled {
  standing: Adjustment[];
  /** Conflicts nobody has settled: no revision is made while there is one. */
  open: Replayed[];
}

export function settle(results: readonly Replayed[], settlements: readonly Settlement[]): Settled {
  const said = new Map(settlements.map((each) => [each.adjustment, each]));
  const standing: Adjustment[] = [];
  const open: Replayed[] = [];
  for (const result of results) {
    const settlement = said.get(result.adjustment.id);
    if (settlement) standing.push(...afterSettlement(result, settlement));
    else if (result.outcome === 'conflict') open.push(result);
    else if (result.outcome === 'carried' && result.on) standing.push(result.on);
  }
  return { standing, open };
}

function afterSettlement(
  { on }: Replayed,
  { decision, value, rationale, role, at }: Settlement,
): Adjustment[] {
  if (decision === 'withdraw' || on === null) return [];
  const decided = { ...on, rationale, decidedAt: at, decidedByRole: role };
  return [decision === 'modify' ? { ...decided, status: 'modified', decidedValue: value } : decided];
}

/** Why a result cannot be settled so; null when it can. */
export function whyNotSettled(
  { on, outcome }: Replayed,
  { decision, value, rationale }: Settlement,
): string | null {
  if (rationale === '') return 'Say why: the rationale is published with the decision.';
  if (outcome === 'superseded') return 'The published figure now agrees: there is nothing left to settle.';
  if (decision !== 'withdraw' && on === null)
    return 'The new release has nothing it could stand on: it can only be withdrawn.';
  if (decision === 'modify' && !value) return 'Say which value shall stand instead.';
  return null;
}
