/** What a replay changed, in sentences a person can read (A3): one for each adjustment that stood, and what became of it. */
import { standingValue } from '../adjustment-effect.ts';
import { splitTarget } from '../adjustment-target.ts';
import { adjustmentKind } from '../adjustment.ts';
import type { Adjustment } from '../adjustment.ts';
import type { DiffLine } from '../diff.ts';
import { firmsPhrase } from '../diff-words.ts';
import type { EffectiveState } from '../effective-state.ts';
import { measure } from '../dataset.ts';
import { measures } from '../measures.ts';
import { own } from '../own.ts';
import type { Replayed } from './replayed.ts';
import type { Settlement } from './settlement.ts';

export function replayLines(
  results: readonly Replayed[],
  settlements: readonly Settlement[],
  before: EffectiveState,
  after: EffectiveState,
): DiffLine[] {
  const kinds = adjustmentKind.options;
  const said = new Map(settlements.map((each) => [each.adjustment, each]));
  return results
    .map(({ adjustment, outcome, reason }) => ({
      kind: adjustment.kind,
      target: adjustment.target,
      adjustment: adjustment.id,
      text: `${subjectWords(adjustment, before, after)}: ${whatBecame(outcome, said.get(adjustment.id))}. ${reason}`,
    }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.adjustment < b.adjustment ? -1 : 1));
}

/** "Openings a year, HVAC mechanics, 51000 (9 of 14 firms)": what was said, of what, by how many (V3). */
function subjectWords(adjustment: Adjustment, before: EffectiveState, after: EffectiveState): string {
  const { occupation } = splitTarget(adjustment.target);
  const title =
    own(after.occupations, occupation)?.title ?? own(before.occupations, occupation)?.title ?? null;
  const known = measure.safeParse(adjustment.measure);
  const what = known.success ? measures[known.data].label : adjustment.title;
  const value = standingValue(adjustment)?.replaceAll('_', ' ') ?? 'no value';
  const subject = title === null || what.includes(title) ? what : `${what}, ${title}`;
  return `${subject}, ${value} (${firmsPhrase(adjustment)})`;
}

function whatBecame(outcome: Replayed['outcome'], settlement: Settlement | undefined): string {
  if (settlement) {
    const { decision, value, role, rationale } = settlement;
    const how = {
      keep: 'kept',
      modify: `changed to ${value ?? 'nothing'}`,
      withdraw: 'withdrawn',
    }[decision];
    return `${how} by ${role} (${rationale.replace(/\.$/, '')})`;
  }
  return { carried: 'carried over', superseded: 'superseded', conflict: 'in conflict' }[outcome];
}
