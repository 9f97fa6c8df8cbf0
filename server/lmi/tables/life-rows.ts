import { standingValue } from '../adjustment-effect.ts';
import { disagreements } from '../disagreement.ts';
import type { BundleContent } from './bundle-content.ts';
import type { Row } from './table.ts';

export function workshopRows({ contributors }: BundleContent): Row[] {
  return (contributors ?? []).map(({ id, ...said }) => ({ workshop_id: id, ...said }));
}

export function disagreementRows({ carried, adjustments }: BundleContent): Row[] {
  return disagreements([...carried, ...adjustments]).flatMap(({ adjustments: differing }) =>
    differing.map((each, index) => ({
      adjustment_id: each.id,
      kind: each.kind,
      target: each.target,
      title: each.title,
      measure: each.measure,
      workshop_id: each.workshop,
      value: standingValue(each),
      decided_at: each.decidedAt,
      leads: index === 0,
    })),
  );
}

export function replayRows({ replay }: BundleContent): Row[] {
  if (!replay) return [];
  const said = new Map(replay.settlements.map((each) => [each.adjustment, each]));
  return replay.results.map(({ adjustment, outcome, on, reason }) => {
    const settlement = said.get(adjustment.id);
    return {
      adjustment_id: adjustment.id,
      kind: adjustment.kind,
      target: adjustment.target,
      title: adjustment.title,
      measure: adjustment.measure,
      workshop_id: adjustment.workshop,
      outcome,
      reason,
      standing_value: standingValue(adjustment),
      earlier_observation_id: adjustment.observation,
      earlier_published_value: adjustment.publishedValue,
      observation_id: on?.observation ?? null,
      published_value: on?.publishedValue ?? null,
      published_flag: on?.publishedFlag ?? null,
      decision: settlement?.decision ?? null,
      decided_value: settlement?.value ?? null,
      rationale: settlement?.rationale ?? null,
      decided_at: settlement?.at ?? null,
      decided_by_role: settlement?.role ?? null,
    };
  });
}
